import {
  flate,
  latin,
  makeGif,
  makeJpeg,
  makeOffice,
  makeOpenDocument,
  makePage,
  makePng,
  makeStream,
  makeWebp,
  makeZip,
  officeParts,
  pngChunk,
  utf8,
} from './make'

type Innocent = [what: string, name: string, bytes: Buffer, keptAs: string]

const template = (target: string) =>
  `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${target}" TargetMode="External"/></Relationships>`

/** Files as people have them; each is taken, under the name beside it. */
export const INNOCENT: Innocent[] = [
  ['a PDF', 'minutes.pdf', makePage(), 'minutes.pdf'],
  ['a PDF that opens at a page', 'a.pdf', makePage('/OpenAction [3 0 R /Fit]'), 'a.pdf'],
  [
    'a PDF with packed objects and a packed picture',
    'report.v2.pdf',
    makePage('', [
      makeStream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', flate('9 0 << /A 1 >>')),
      makeStream('/Subtype /Image /Filter /FlateDecode', flate('\0'.repeat(5000))),
      makeStream(
        '/Filter /FlateDecode',
        flate('BT (Read about /Launch days) Tj ET').subarray(0, 9),
      ),
    ]),
    'report.v2.pdf',
  ],
  ['a PNG', 'photo.png', makePng(), 'photo.png'],
  ['a PNG with words in it', 'a.png', makePng([pngChunk('tEXt', latin('Title\0Forum'))]), 'a.png'],
  ['a JPEG', 'photo.jpeg', makeJpeg('taken in May'), 'photo.jpg'],
  [
    'a JPEG with a second one behind it',
    'IMG_1.JPG',
    makeJpeg('', '\xff\xd8\xff\xd9'),
    'IMG_1.jpg',
  ],
  ['a GIF', 'dot.gif', makeGif('made by hand'), 'dot.gif'],
  ['a WebP', 'dot.webp', makeWebp(), 'dot.webp'],
  ['a Word document', 'Protokoll Übersicht.docx', makeOffice('docx'), 'Protokoll Übersicht.docx'],
  ['a spreadsheet', 'figures.xlsx', makeOffice('xlsx'), 'figures.xlsx'],
  ['slides', 'slides.pptx', makeOffice('pptx'), 'slides.pptx'],
  [
    'a document with a drawing and a chart’s table in it',
    'a.docx',
    makeOffice('docx', {
      more: [
        ['word/media/image1.svg', '<svg/>'],
        ['word/embeddings/Microsoft_Excel_Sheet.xlsx', makeOffice('xlsx')],
        ['customXml/item1.xml', Buffer.from('\ufeff<a/>', 'utf16le')],
      ],
    }),
    'a.docx',
  ],
  [
    'a document that knows where its template lies',
    'b.docx',
    makeOffice('docx', {
      more: [
        ['word/_rels/settings.xml.rels', template(String.raw`file:///C:\Templates\letter.dotx`)],
      ],
    }),
    'b.docx',
  ],
  ['an OpenDocument text', 'a.odt', makeOpenDocument('text'), 'a.odt'],
  ['an OpenDocument spreadsheet', 'a.ods', makeOpenDocument('spreadsheet'), 'a.ods'],
  ['an OpenDocument presentation', 'a.odp', makeOpenDocument('presentation'), 'a.odp'],
  ['a text', 'notes.txt', utf8('We met. 3 < 5 & 7 > 6.\nNext: Tuesday.\n'), 'notes.txt'],
  ['a table', 'people.csv', utf8('\ufeffname;since\nJiří;2024\n'), 'people.csv'],
  // A table is kept as it is: what could be a formula is neutralised where tables are made.
  ['a table with formulas', 'sums.csv', utf8('a,b\n=1+1,@SUM(A1)\n'), 'sums.csv'],
  ['a text about Bremen', 'BM.txt', utf8('BM W stands for nothing here.'), 'BM.txt'],

  // Innocent within; only the names were not.
  ['a name with a path', '../../etc/passwd.png', makePng(), 'passwd.png'],
  ['a name from another system', String.raw`C:\Users\eva\scan.pdf`, makePage(), 'scan.pdf'],
  ['a name with a line break', 'a\r\nSet-Cookie: x=1.png', makePng(), 'aSet-Cookie- x=1.png'],
  ['a name that reads backwards', 'photo\u202egnp.exe', makePng(), 'photognp.png'],
  ['a name with two endings', 'invoice.pdf.html', makePage(), 'invoice.pdf'],
  ['a name with a program’s ending', 'photo.png.exe', makePng(), 'photo.png'],
  ['a name that says another kind', 'scan.png', makeJpeg(), 'scan.jpg'],
  ['a name with a NUL', 'a\0.png', makePng(), 'a.png'],
  ['a name of nothing but dots', '....', makePng(), 'evidence.png'],
  ['no name', '', makePng(), 'evidence.png'],
  ['a name that a system keeps for itself', 'CON.png', makePng(), 'CON-.png'],
  ['a name with quotes', 'a"b<c>.png', makePng(), 'a-b-c-.png'],
  ['a very long name', `${'ä'.repeat(300)}.png`, makePng(), `${'ä'.repeat(100)}.png`],
  ['a document without its ending', 'minutes', makeZip(officeParts('docx')), 'minutes.docx'],
]
