/** Why a file is not taken; the words are in messages/…/forms.json under `faults`. */
export type Fault = 'fileKind' | 'fileDamaged' | 'fileActive' | 'fileLocked' | 'fileText'

/** What a check finds: a fault, or nothing. */
export type Finding = Fault | null

/** Formats that run when opened, or show what they like: none may hide behind or within another. */
export const RISKY = new Set(
  (
    'exe dll scr com pif msi msix cpl sys bat cmd ps1 psm1 sh bash js mjs jse vbs vbe ws wsf wsh ' +
    'wsc hta lnk url scf reg jar jnlp class apk app dmg iso img vhd htm html xhtml xht shtml mht ' +
    'mhtml svg svgz xml xsl xslt swf php phtml asp aspx jsp docm dotm xlsm xltm xlam xlsb pptm ' +
    'potm ppam ppsm sldm chm zip rar 7z cab tar gz'
  ).split(' '),
)
