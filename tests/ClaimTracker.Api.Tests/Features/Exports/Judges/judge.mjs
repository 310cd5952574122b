// Reads what the service exports with the libraries that its users read it with, and prints what they found, as JSON.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const folder = process.argv[2];
const read = name => readFile(join(folder, name));

async function excelJs() {
  const ExcelJS = require('exceljs');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await read('verdicts.xlsx'));
  const sheet = book.worksheets[0];
  const headings = sheet.getRow(1).values.slice(1);
  const cell = heading => sheet.getRow(2).getCell(headings.indexOf(heading) + 1);
  return {
    sheets: book.worksheets.map(one => one.name),
    headings,
    rows: sheet.actualRowCount - 1,
    frozen: sheet.views[0]?.ySplit,
    publishedIsDate: cell('published_at').value instanceof Date,
    id: typeof cell('verdict_id').value,
    claim: cell('claim').text,
  };
}

async function sheetJs() {
  const XLSX = require('xlsx');
  const book = XLSX.read(await read('verdicts.xlsx'), { cellDates: true });
  const rows = XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { defval: null });
  return {
    sheets: book.SheetNames,
    rows: rows.length,
    publishedIsDate: rows[0].published_at instanceof Date,
    id: typeof rows[0].verdict_id,
    claim: rows[0].claim,
  };
}

// The context of schema.org, as far as it counts here: every word is one of schema.org, and @id, url and the like are addresses.
async function jsonLd() {
  const jsonld = require('jsonld');
  const context = { '@context': { '@vocab': 'https://schema.org/', url: { '@type': '@id' }, sameAs: { '@type': '@id' } } };
  const documentLoader = async url => ({ contextUrl: null, documentUrl: url, document: context });
  const expanded = await jsonld.expand(JSON.parse(await read('verdicts.jsonld')), { documentLoader, safe: true });
  const quads = await jsonld.toRDF(expanded, { documentLoader, format: 'application/n-quads', safe: true });
  const reviews = [];
  const visit = node => {
    if (Array.isArray(node)) { node.forEach(visit); return; }
    if (node === null || typeof node !== 'object') { return; }
    if (node['@type']?.includes('https://schema.org/ClaimReview')) { reviews.push(node); }
    Object.values(node).forEach(visit);
  };
  visit(expanded);
  const first = reviews[0];
  return {
    reviews: reviews.length,
    quads: quads.trim().split('\n').length,
    id: first['@id'],
    claim: first['https://schema.org/claimReviewed'][0]['@value'],
    rating: first['https://schema.org/reviewRating'][0]['https://schema.org/alternateName'][0]['@value'],
  };
}

async function feed() {
  const Parser = require('rss-parser');
  const found = await new Parser().parseString((await read('verdicts.atom')).toString('utf8'));
  return { entries: found.items.length, title: found.items[0].title, link: found.items[0].link, date: found.items[0].isoDate };
}

// Each row of each table is cast to the types that its schema promises.
async function dataPackage() {
  const { Package } = require('datapackage');
  const descriptor = JSON.parse(await read('package/datapackage.json'));
  const found = await Package.load(descriptor, { basePath: join(folder, 'package') });
  const tables = {};
  for (const resource of found.resources) {
    if (resource.tabular) { tables[resource.name] = (await resource.read({ keyed: true })).length; }
  }
  return { valid: found.valid, errors: found.errors.map(error => error.message), tables };
}

console.log(JSON.stringify({
  excelJs: await excelJs(), sheetJs: await sheetJs(), jsonLd: await jsonLd(), feed: await feed(), dataPackage: await dataPackage(),
}));
