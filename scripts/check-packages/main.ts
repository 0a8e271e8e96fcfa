// `npm run sbom`: writes kith.cdx.json, a CycloneDX bill of materials with version, licence and hash of each package.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { billOfMaterials } from './bill-of-materials.ts';
import { listPackages, readLockfile } from './packages.ts';

const asked = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
const everything: unknown = JSON.parse(execFileSync('npm', asked, { encoding: 'utf8', maxBuffer: 1 << 26 }));
const bill = billOfMaterials(everything, listPackages(readLockfile(process.cwd())));
writeFileSync('kith.cdx.json', `${JSON.stringify(bill, undefined, 2)}\n`);
process.stdout.write(`${bill.components.length} packages are in kith.cdx.json.\n`);
