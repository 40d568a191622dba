// The least that a program can do with CSV files: csv-parse over each stream, records counted and let go.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

let records = 0;
for (const path of process.argv.slice(2)) {
  const delimiter = path.endsWith('list.csv') ? ';' : ',';
  const parser = createReadStream(path, { highWaterMark: 256 * 1024 }).pipe(parse({ bom: true, delimiter }));
  parser.on('readable', () => {
    while (parser.read() !== null) records += 1;
  });
  await new Promise((resolve, reject) => {
    parser.on('end', resolve);
    parser.on('error', reject);
  });
}
console.log(records);
