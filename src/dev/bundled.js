// What dist/ consists of beside the program's own code: the licences, and a software bill of materials (CycloneDX).
import { readdirSync, readFileSync } from 'node:fs';

/** The packages that bundled files belong to, with what each says about itself. */
export function packagesOf(files, root) {
  const places = files.flatMap(
    (file) => /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file) ?? [],
  );
  return [...new Set(places)].sort().map((place) => {
    const own = JSON.parse(readFileSync(`${root}${place}/package.json`, 'utf8'));
    const { name, version, license } = own;
    return { place, name, version, license, dependencies: { ...own.dependencies, ...own.optionalDependencies } };
  });
}

/** The licences of packages: each asks to go with every copy. */
export function licensesOf(packages, root) {
  const texts = packages.map(({ place, name, version }) => {
    const file = readdirSync(root + place).find((one) => /^licen[cs]e/i.test(one));
    if (file === undefined) throw new Error(`${place} has no licence`);
    return `${name} ${version}\n\n${readFileSync(`${root}${place}/${file}`, 'utf8').trim()}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

/**
 * The bill of materials: the packages that are bundled, and as optional those that may be installed beside kpi. It names no
 * time and has no serial number, so that the same sources give the same bytes.
 */
export function bomOf(bundled, own, lock) {
  const optional = withThose(Object.keys(own.optionalDependencies), lock);
  const components = [
    ...bundled.map((one) => ({ ...one, scope: 'required' })),
    ...optional.map((one) => ({ ...one, scope: 'optional' })),
  ];
  const { name, version, description, license } = own;
  const refs = new Map(components.map((one) => [one.place, refOf(one)]));
  const refsOf = (place, dependencies = {}) =>
    Object.keys(dependencies).flatMap((one) => refs.get(placeOf(one, place, refs)) ?? []);
  const named = { ...own.devDependencies, ...own.optionalDependencies };
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        'bom-ref': refOf(own),
        type: 'application',
        name,
        version,
        description,
        licenses: [{ license: { id: license } }],
        purl: purlOf(own),
      },
    },
    components: components.map(({ place, scope, ...one }) => ({
      'bom-ref': refOf(one),
      type: 'library',
      name: one.name,
      version: one.version,
      scope,
      ...hashes(lock[place], one.version),
      licenses: [{ license: { id: one.license } }],
      purl: purlOf(one),
    })),
    dependencies: [
      { ref: refOf(own), dependsOn: refsOf('', named) },
      ...components.map((one) => ({ ref: refOf(one), dependsOn: refsOf(one.place, one.dependencies) })),
    ],
  };
}

const refOf = ({ name, version }) => `${name}@${version}`;
const purlOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** The hash of the package as it was published, if that version is the one that is installed. */
function hashes(entry, version) {
  const [, hash] = (entry?.version === version && /^sha512-(\S+)/.exec(entry.integrity ?? '')) || [];
  return hash === undefined
    ? {}
    : { hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }] };
}

/** Where the package is that a package means by a name: its own copy, else the one of those around it. */
function placeOf(name, from, places) {
  const own = `${from}${from === '' ? '' : '/'}node_modules/${name}`;
  if (places.has(own) || from === '') return own;
  return placeOf(name, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), places);
}

/** Packages with all that they need, by the lock: what is for other systems is not installed here. */
function withThose(names, lock) {
  const places = new Map(Object.entries(lock));
  const found = new Map();
  const add = (name, from) => {
    const place = placeOf(name, from, places);
    if (found.has(place)) return;
    const { version, license, dependencies, optionalDependencies } = places.get(place);
    const all = { ...dependencies, ...optionalDependencies };
    found.set(place, { place, name, version, license, dependencies: all });
    for (const one of Object.keys(all)) add(one, place);
  };
  for (const name of names) add(name, '');
  return [...found.values()].sort((a, b) => (a.place < b.place ? -1 : 1));
}
