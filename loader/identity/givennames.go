package identity

// First names that say little of who is meant: alone they are those of people in stories, saints and characters as well.
var (
	// everydayNames are also surnames, but alone are mostly first names.
	everydayNames = set(`adam alexander andrew anthony arthur benjamin charles christian daniel david edward francis frank george henry james jason john
jonathan joseph kevin lawrence louis mark martin mary matthew maria michael nicholas oliver patrick paul peter philip richard robert
samuel simon stephen steven thomas timothy victor vincent william`)
	// commonNames are so common that one bearer seldom has most of the articles.
	commonNames = set(`aaron abigail ahmed alan albert alex alexis alfred alice alicia allen allison amanda amber amy ana andrea angela ann anna anne annie april
ashley barbara barry ben beth betty beverly bill billy bob bobby bonnie brad bradley brandon brenda brian bruce bryan caitlin cameron
carl carlos carol caroline carolyn casey catherine chad charlie charlotte cheryl chris christina christine christopher chuck cindy
claire clara colin connie craig crystal curtis cynthia dale dan dana danielle danny darren dave dawn dean deborah debbie debra denise dennis derek
diana diane don donald donna doris dorothy doug douglas dylan ed eddie edwin eileen elena elizabeth ella ellen emily emma eric erica erik erin ethan
eugene eva evan evelyn fatima florence frances fred frederick gabriel gary gene gerald gina glenn gloria grace grant greg gregory hannah
harold harry hassan heather heidi helen holly howard hussein ian ibrahim irene isaac ivan jack jackie jacob jacqueline jamie jan jane janet janice
jay jean jeff jeffrey jennifer jeremy jerry jesse jessica jill jim jimmy joan joanna joe joel jordan jose josh joshua joyce juan judith
judy julia julian julie justin karen kate katherine kathleen kathryn kathy katie keith kelly ken kenneth kim kimberly kyle larry laura lauren
laurie leah lee leo leon leslie lewis liam linda lisa logan louise lucas lucy luis luke lynn madison manuel marc marcus margaret marie marilyn
mario marion marjorie marsha marta martha mason matt max megan melissa michelle miguel mike mohamed mohammed molly monica morgan muhammad nancy naomi natalie nathan neil nick
nicole noah nora norman olivia omar oscar pamela pat patricia pedro penny phil phillip phyllis rachel rafael ralph ray raymond rebecca rene
ricardo rick ricky rita rob roger ron ronald rose ross roy russell ruth ryan sally sam samantha sandra sara sarah scott sean sergio seth shannon
sharon shawn sheila shirley sofia sophia sophie stacy stanley stephanie steve stuart sue susan suzanne sylvia tara taylor ted teresa terry theodore theresa
tiffany tim tina todd tom tony tracy travis troy tyler valerie vanessa veronica vicki victoria virginia walter wanda warren wayne wendy yusuf zachary ali abdul abu jesus pablo hans pierre sergei sergey alexei mikhail vladimir dmitry igor`)
)

// ordinary tells whether the first name is common.
func ordinary(w *word) bool {
	return everydayNames[w.text] || commonNames[w.text] || formalNames[w.text] != "" && everydayNames[formalNames[w.text]]
}
