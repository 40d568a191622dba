#!/usr/bin/env node
import '../dist/kpi.js';
