package main

import (
	"slices"
	"strings"
)

// kinds are words for kinds of regions, which names are written without.
var kinds = strings.Fields("republic respublika oblast krai kray province provincia state estado region governorate prefecture of de autonomous autonomnyy okrug district department county parish federal")

// addShort adds the names of a region without the words for its kind: "Dagestan" for "Respublika Dagestan".
func (d *draft) addShort() {
	for _, name := range slices.Concat([]string{d.name}, d.alternates) {
		words := strings.Fields(name)
		short := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(kinds, strings.ToLower(w)) })
		if len(short) > 0 && len(short) < len(words) && len(short[0]) > 3 {
			d.alternates = append(d.alternates, strings.Join(short, " "))
		}
	}
}

// everyday are the names that the press uses where the CLDR's are others.
var everyday = map[string]string{
	"CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo", "CI": "Ivory Coast", "HK": "Hong Kong", "MK": "North Macedonia",
	"MM": "Myanmar", "MO": "Macau", "PS": "Palestine", "SZ": "Eswatini",
}

// otherNames are everyday names of countries that the packages lack.
var otherNames = map[string][]string{
	"US": {"America", "USA", "US", "Americans"}, "GB": {"Britain", "Great Britain", "UK", "British", "Britons"}, "AE": {"UAE", "Emirates", "Emirati"},
	"CD": {"DRC", "DR Congo", "Congo-Kinshasa"}, "CG": {"Congo-Brazzaville"}, "KP": {"DPRK"}, "CN": {"PRC"},
	"CI": {"Cote d'Ivoire", "Ivory Coast"}, "MM": {"Burma", "Burmese"}, "PS": {"Palestine", "Palestinian", "Palestinians", "Palestinian Territories"},
	"MK": {"Macedonia"}, "CZ": {"Czech Republic", "Czechia"}, "SZ": {"Swaziland"}, "TR": {"Turkey"}, "SA": {"Saudi"}, "XK": {"Kosovo"},
}

// abbreviations are those of states and provinces in the style of the press, by their ISO 3166-2 codes, where they are not the
// code's letters.
var abbreviations = map[string]string{
	"US-AL": "Ala", "US-AZ": "Ariz", "US-AR": "Ark", "US-CA": "Calif", "US-CO": "Colo", "US-CT": "Conn", "US-DE": "Del",
	"US-FL": "Fla", "US-IL": "Ill", "US-IN": "Ind", "US-KS": "Kan", "US-MA": "Mass", "US-MI": "Mich", "US-MN": "Minn",
	"US-MS": "Miss", "US-MT": "Mont", "US-NE": "Neb", "US-NV": "Nev", "US-OK": "Okla", "US-OR": "Ore", "US-TN": "Tenn", "US-TX": "Tex",
	"US-WA": "Wash", "US-WV": "W.Va", "US-WI": "Wis", "US-WY": "Wyo", "CA-ON": "Ont", "CA-AB": "Alta", "CA-QC": "Que", "CA-SK": "Sask",
	"CA-MB": "Man", "AU-VIC": "Vic", "AU-TAS": "Tas", "AU-QLD": "Qld",
}
