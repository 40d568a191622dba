import { renderTable } from '../../src/render/table.ts';
import { kpis } from '../../src/kpis/index.ts';
const u=(unit:string,i:number,p:number)=>{const r=((i*7919+p*104729)%1000)/1000; const v:any={money:[(200+i*1531)*(1+0.1*Math.sin(p+i)),6],ratio:[0.02+r*0.3,6],multiple:[1+r*5,6],count:[Math.round((30+i*77)*(1+0.12*Math.sin(p*2+i))),0],decimal:[1+r*3,4],duration:[20+r*9000*(i%9),1],score:[r*80-20,1],months:[1+i%9,0],text:[0,0]}[unit]; return {n:BigInt(Math.round(v[0]*1e6)),d:1000000n,divided:false};};
export function make(ids:any[],weeks:number,chs:string[]|null,by:any[]=['channel']):any{
 const row=(p:number,period:string,ch:string|null,c:number)=>({period,from:`2026-${String(9+Math.floor((p*7+21)/30)).padStart(2,'0')}-${String((p*7+21)%30+1).padStart(2,'0')}`,to:`2026-${String(9+Math.floor((p*7+27)/30)).padStart(2,'0')}-${String((p*7+27)%30+1).padStart(2,'0')}`,partial:p===weeks-1&&weeks>3,dimensions:ch?{channel:ch}:{},compare:{},
  figures:ids.map((k,i)=>({value:(i+p*3+c)%23===5?null:k.unit==='text'?'healthy':u(k.unit,i+c*3,p),reason:(i+p)%2?'insufficient_history':'missing_kind',marks:(i+p)%11===3?['approx']:(i+c)%13===4?['incomplete','low_sample']:[]}))});
 const rows:any[]=[];
 for(let p=0;p<weeks;p++){ if(chs)chs.forEach((c,j)=>rows.push(row(p,`2026-W${39+p}`,c,j+1))); rows.push(row(p,`2026-W${39+p}`,null,0)); }
 if(chs)chs.forEach((c,j)=>rows.push(row(weeks,'all',c,j+1)));
 rows.push(row(weeks,'all',null,0));
 return {asOf:'2026-11-22T00:00:00+01:00',timezone:'Europe/Paris',currency:'EUR',grain:'week',from:'2026-09-21',to:'2026-11-15',dimensions:chs?by:[],basis:{revenue:'net_sales',cac:'media'},kpis:ids.map(({id,label,unit,direction,group,basis}:any)=>({id,label,unit,direction,group,...(basis?{basis:basis==='cac'?'media':'net_sales'}:{})})),rows,
 files:[{path:'orders_export.csv',format:'shopify-orders',read:57,accepted:57,skipped:0,superseded:0,rejected:0,counts:{}},{path:'exports/2026/google ads campaign report (3).csv',format:'google-ads-campaigns',read:12345,accepted:12000,skipped:300,superseded:40,rejected:5,counts:{}}],warnings:[{code:'stale',message:'x'}]};
}
const some=kpis.filter((_,i)=>i%4===0);
const chs=['Affiliates','Cross-network','Direct','Display','Email','Organic Search','Organic Social','Paid Search','Paid Shopping','Paid Social','Référents','(unattributed)'];
const [what,width,lang='en',color]=process.argv.slice(2);
const rep=what==='weeks'?make(some,8,null):what==='ch1'?make(kpis.filter(k=>['net_sales','cac','conversion_rate'].includes(k.id)),1,chs):what==='ch30'?make(some,1,chs):make(kpis.filter(k=>['net_sales','cac','conversion_rate'].includes(k.id)),2,chs);
process.stdout.write(renderTable(rep,{width:+width!,color:color==='1',lang:lang as any,locale:lang}));
