import { instantText } from '../core/zone.ts';
import type { Read } from '../engine/state/read.ts';
import type { DocumentHead, RowHead } from './figure-model.ts';
import type { ReportSettings } from './figure-settings.ts';
import { boundText, dimensionsOf } from './frame.ts';
import type { Slot } from './periods.ts';

/** The head of a document; `all` is the span of its periods, null without any. */
export const headOf = (settings: ReportSettings, all: Slot['span'] | null): DocumentHead => ({
  asOf: instantText(settings.asOf, settings.zone),
  timezone: settings.zone.name,
  currency: settings.currency,
  grain: settings.grain,
  from: all === null ? null : boundText(all.from, settings),
  to: all === null ? null : boundText(all.to - 1, settings),
  dimensions: settings.by,
});

export const rowHeadOf = (read: Read, settings: ReportSettings, slot: Slot, group: number): RowHead => ({
  period: slot.name,
  from: boundText(slot.span.from, settings),
  to: boundText(slot.span.to - 1, settings),
  partial: slot.partial,
  dimensions: dimensionsOf(read, settings, group),
});
