package identity

// First names that say little of who is meant: alone they are those of people in stories, saints and characters as well.
var (
	// everydayNames are also surnames, but alone are mostly first names.
	everydayNames = set(`adam alexander andrew anthony arthur benjamin charles christian daniel david edward francis frank george henry james jason john
jonathan joseph kevin lawrence louis mark martin mary matthew maria michael nicholas oliver patrick paul peter philip richard robert
samuel simon stephen steven thomas timothy victor vincent william`)
	// foreignNames are as common elsewhere, where names are spelled in many ways.
	foreignNames = set(`ahmed hassan hussein ibrahim fatima mohamed mohammed muhammad yusuf ali abdul abu jesus pablo hans pierre sergei sergey alexei mikhail vladimir
dmitry igor ivan juan jose carlos luis miguel pedro omar manuel rafael ricardo sergio marta elena irene eva marc rene marcus`)
	// commonNames are so common that one bearer seldom has most of the articles.
	commonNames = set(`aaron abigail alan albert alex alexis alfred alice alicia allen allison amanda amber amy ana andrea angela ann anna anne annie april
ashley barbara barry ben beth betty beverly bill billy bob bobby bonnie brad bradley brandon brenda brian bruce bryan caitlin cameron
carl carol caroline carolyn casey catherine chad charlie charlotte cheryl chris christina christine christopher chuck cindy
claire clara colin connie craig crystal curtis cynthia dale dan dana danielle danny darren dave dawn dean deborah debbie debra denise dennis derek
diana diane don donald donna doris dorothy doug douglas dylan ed eddie edwin eileen elizabeth ella ellen emily emma eric erica erik erin ethan
eugene evan evelyn florence frances fred frederick gabriel gary gene gerald gina glenn gloria grace grant greg gregory hannah
harold harry heather heidi helen holly howard ian isaac jack jackie jacob jacqueline jamie jan jane janet janice
jay jean jeff jeffrey jennifer jeremy jerry jesse jessica jill jim jimmy joan joanna joe joel jordan josh joshua joyce judith
judy julia julian julie justin karen kate katherine kathleen kathryn kathy katie keith kelly ken kenneth kim kimberly kyle larry laura lauren
laurie leah lee leo leon leslie lewis liam linda lisa logan louise lucas lucy luke lynn madison margaret marie marilyn
mario marion marjorie marsha martha mason matt max megan melissa michelle mike molly monica morgan nancy naomi natalie nathan neil nick
nicole noah nora norman olivia oscar pamela pat patricia penny phil phillip phyllis rachel ralph ray raymond rebecca
rick ricky rita rob roger ron ronald rose ross roy russell ruth ryan sally sam samantha sandra sara sarah scott sean seth shannon
sharon shawn sheila shirley sofia sophia sophie stacy stanley stephanie steve stuart sue susan suzanne sylvia tara taylor ted teresa terry theodore theresa
tiffany tim tina todd tom tony tracy travis troy tyler valerie vanessa veronica vicki victoria virginia walter wanda warren wayne wendy zachary`)
)

// ordinary tells whether the first name is common.
func ordinary(w *word) bool {
	long := formal(w.text)
	return english(w) || foreignNames[w.text] || foreignNames[long] || commonNames[long]
}

// english tells whether the first name is common where names are spelled in one way.
func english(w *word) bool {
	return everydayNames[w.text] || commonNames[w.text] || formalNames[w.text] != "" && everydayNames[formalNames[w.text]]
}
