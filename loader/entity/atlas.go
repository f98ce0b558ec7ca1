package entity

import (
	"strings"

	"github.com/biter777/countries"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// atlas knows the countries: their everyday English names, other spellings and demonyms.
//
// The names are those of the Unicode CLDR (golang.org/x/text), other spellings come from biter777/countries. Neither
// library, nor any other that was looked at, has demonyms: most are derived from the name by the rules of
// English, the others are in irregularDemonyms.
type atlas struct {
	names    map[string]string // folded name → everyday name
	demonyms map[string]string // folded demonym → everyday name
	capitals map[string]string // folded capital → everyday name of its country
	leaders  map[string]string // everyday name → what it is called in the name of an alliance
}

// everyday are the names that the press uses where the CLDR's are for tables and menus, or older than the country's.
const everyday = `CD Democratic Republic of the Congo
CG Republic of the Congo
CI Ivory Coast
HK Hong Kong
MK North Macedonia
MM Myanmar
MO Macau
PS Palestine
SZ Eswatini`

// shortForms are abbreviations and short names that the libraries lack, or have only among codes such as
// "IS" and "IN", which are words of English and names of others.
const shortForms = `US us
US usa
US america
US united states of america
GB uk
GB great britain
GB britain
AE uae
AE emirates
CD drc
CD dr congo
CD democratic republic of congo
KP dprk
CN prc
SA ksa
BA bosnia
MK macedonia
CZ czech republic
SY syrian arab republic
RU russian federation
TR türkiye
VA vatican
VA holy see
PS palestinian territories
CI cote divoire
MM burma
TL east timor
SZ swaziland
CV cabo verde`

// irregularDemonyms are the demonyms that no rule of English gives.
const irregularDemonyms = `US american
GB british
GB briton
FR french
DE german
NL dutch
ES spanish
PT portuguese
CH swiss
AT austrian
DK danish
SE swedish
NO norwegian
FI finnish
IS icelandic
IE irish
PL polish
CZ czech
SK slovak
SI slovene
SI slovenian
HR croat
HR croatian
RS serb
RS serbian
BA bosnian
GR greek
CY cypriot
TR turkish
MM burmese
LB lebanese
CN chinese
TH thai
PH philippine
PH filipino
NZ new zealand
SA saudi
AE emirati
PK pakistani
AF afghan
KZ kazakh
UZ uzbek
TM turkmen
TJ tajik
KG kyrgyz
CG congolese
CD congolese
GH ghanaian
CI ivorian
MZ mozambican
NE nigerien
ME montenegrin
LU luxembourgish
MC monegasque
PE peruvian
AR argentine
EC ecuadorean
SV salvadoran
BB barbadian
TT trinidadian
MG malagasy
MD moldovan
LV latvian
IL israeli
VA vatican
PG papuan
BW botswanan
LS basotho
BF burkinabe
TW taiwanese
KR korean
PS palestinian
GL greenlandic
HK hong kong
EE estonian
SN senegalese
NP nepali
AZ azeri
AZ azerbaijani
BY belarusian
UA ukrainian
KW kuwaiti
CA canadian
SO somali
DO dominican
GE georgian`

func newAtlas() *atlas {
	at := &atlas{names: map[string]string{}, demonyms: map[string]string{}, leaders: map[string]string{}}
	names := everydayNames()
	for _, code := range countries.All() {
		name, ok := names[code.Alpha2()]
		if !ok {
			continue
		}
		at.names[fold(name)] = name
		at.derive(name)
	}
	for code, short := range pairs(shortForms) {
		at.names[fold(short)] = names[code]
	}
	for code, demonym := range pairs(irregularDemonyms) {
		at.demonyms[fold(demonym)] = names[code]
	}
	for code, short := range pairs(leaderNames) {
		at.leaders[names[code]] = short
	}
	at.capitals = capitals(names)
	return at
}

// everydayNames returns the countries' names by their two-letter codes (ISO 3166-1).
func everydayNames() map[string]string {
	names := map[string]string{}
	regions := display.English.Regions()
	for _, code := range countries.All() {
		if region, err := language.ParseRegion(code.Alpha2()); err == nil && region.IsCountry() {
			names[code.Alpha2()] = strings.ReplaceAll(regions.Name(region), " & ", " and ")
		}
	}
	for code, name := range pairs(everyday) {
		names[code] = name
	}
	return names
}

// pairs yields the lines "CODE rest" of a table.
func pairs(table string) func(yield func(code, rest string) bool) {
	return func(yield func(code, rest string) bool) {
		for line := range strings.Lines(table) {
			code, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
			if !yield(code, rest) {
				return
			}
		}
	}
}

// derive adds the demonyms that the rules of English give for a name. A rule gives words that nobody uses too; they do no
// harm. A demonym that two countries would have goes to the first, by name length: "Nigerian" is of Nigeria, not of Niger.
func (at *atlas) derive(name string) {
	n := fold(name)
	for _, rule := range []struct{ ending, with string }{
		{"a", "an"},
		{"y", "ian"},
		{"o", "an"},
		{"e", "ean"},
		{"e", "ian"},
		{"i", "ian"},
		{"i", "an"},
		{"u", "uan"},
		{"y", "yan"},
		{"us", "ian"},
		{"", "ian"},
		{"", "i"},
		{"", "ese"},
		{"a", "ese"},
	} {
		stem, ok := strings.CutSuffix(n, rule.ending)
		if !ok {
			continue
		}
		demonym := stem + rule.with
		if other, taken := at.demonyms[demonym]; !taken || len(name) > len(other) {
			at.demonyms[demonym] = name
		}
	}
}

// country returns the everyday name of a country, by any of its names or demonyms; "" when it is none.
func (at *atlas) country(name string) string {
	key := fold(name)
	if c, ok := at.names[key]; ok {
		return c
	}
	if c, ok := at.demonyms[key]; ok {
		return c
	}
	// Below four letters the library knows codes, and England, Scotland and Wales are places of their own.
	if len(key) < 4 || key == "england" || key == "scotland" || key == "wales" || key == "northern ireland" {
		return ""
	}
	if code := countries.ByName(name); code != countries.Unknown {
		if region, err := language.ParseRegion(code.Alpha2()); err == nil && region.IsCountry() {
			return at.names[fold(display.English.Regions().Name(region))]
		}
	}
	return ""
}

// demonym returns the country of a demonym used as an adjective ("Russian", "U.S."); "" when it is none.
func (at *atlas) demonym(word string) string {
	key := fold(word)
	if c, ok := at.demonyms[key]; ok {
		return c
	}
	switch key {
	case "us", "uk", "uae":
		return at.names[key]
	}
	return ""
}
