import { renderJson } from '../../src/render/json.ts';
import { renderCsv } from '../../src/render/csv.ts';
import { kpis } from '../../src/kpis/index.ts';
const f=(i:number)=>({value: i%3===0?{n:BigInt(i*104729),d:1000000n,divided:false}:i%50===1?null:{n:BigInt(i*104729+7)*1000000n,d:BigInt(i*31+3)*1000000n,divided:true}, ...(i%50===1?{reason:'missing_kind'}:{}), marks:i%10?[]:['approx']}) as any;
const rows:any[]=[];let i=0;
for(let p=0;p<104;p++)for(let c=0;c<50;c++)rows.push({period:`2026-W${p}`,from:'2026-01-01',to:'2026-01-07',partial:false,dimensions:{channel:`c ${c}`},compare:{},figures:kpis.map(()=>f(i++))});
const report={asOf:'x',timezone:'Europe/Paris',currency:'EUR',grain:'week',from:null,to:null,dimensions:['channel'],basis:{},kpis,rows,files:[],warnings:[]} as any;
for(let k=0;k<3;k++){let t=performance.now();const s=renderJson(report);console.log('json',s.length,performance.now()-t);t=performance.now();console.log('csv',renderCsv(report).length,performance.now()-t);}
console.log(JSON.stringify(JSON.parse(renderJson({...report,rows:rows.slice(0,2)})),null,2)+'\n'===renderJson({...report,rows:rows.slice(0,2)}));
