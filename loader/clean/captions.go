package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// caption tells the words below a picture: by how they begin, or by the credit that they end with.
func (u *unit) caption(atHead bool) bool {
	if len(u.words) > 90 {
		return false
	}
	if u.captionStart() {
		return true
	}
	switch c := creditAt(u.text); {
	case c < 0:
		return false
	case c == 0:
		return true
	default:
		return u.credited(c, atHead)
	}
}

// credited decides about a unit with a credit behind its words. One with the name of a photographer is a caption. One with
// an agency's name alone may be the last paragraph of a report: then it is a caption only at the head.
func (u *unit) credited(credit int, atHead bool) bool {
	if u.says() && u.quotes() {
		return false
	}
	tail := strings.Trim(u.text[credit:], "()[] ")
	if !agencyOnly(tail) {
		return true
	}
	return atHead && len(u.words) <= 40 && !u.says()
}

func (u *unit) captionStart() bool {
	if u.starts("image copyright", "image caption", "media caption", "image source", "image credit", "media playback", "enlarge this image", "toggle caption", "hide caption", "file photo", "photo illustration",
		"photo by", "photos by", "photograph by", "picture by", "illustration by", "image by", "pictured:", "picture:", "photograph:", "photo credit", "photo:", "photos:", "image:", "credit:", "caption:", "slideshow (", "view slideshow",
		"(photo:", "(photo by", "(image:", "[photo", "(ap photo", "(reuters photo", "file -", "file –", "file —", "file:", "file image", "play video", "getty images", "ap photo") {
		return true
	}
	if u.bare() == "photo" || u.bare() == "image" || u.bare() == "photos" || u.bare() == "video" {
		return true
	}
	return u.inThisPhoto()
}

// inThisPhoto tells a sentence that describes a picture: "In this Dec. 3, 2015, file photo, …".
func (u *unit) inThisPhoto() bool {
	if !u.starts("in this", "this") || len(u.words) < 6 {
		return false
	}
	head := strings.Join(strings.Fields(u.fold)[:min(len(u.words), 10)], " ")
	if u.starts("in this") {
		for _, w := range []string{" photo,", " photo ", " image,", " image ", " picture,", " frame ", " photograph,", " file photo", " photo provided", " photo released", " photo taken", " video,", " image made"} {
			if at := strings.Index(head+" ", w); at >= 0 && at < 60 {
				return w != " video," || strings.Contains(head, "from")
			}
		}
		return false
	}
	return strings.Contains(head, "photo") && u.has("photo provided by", "photo released by", "photo taken", "file photo", "photo made available", "photo shows", "handout photo", "undated photo")
}

// creditAt returns where a credit starts that the text ends with, or -1: (Photo: …), (Jane Doe/Agency), / Agency,
// | Agency Photo, Jane Doe/Agency, AGENCY/Jane Doe, Photo: Jane Doe, © Agency.
func creditAt(s string) int {
	s = strings.TrimRight(s, " .")
	if at := bracketCredit(s); at >= 0 {
		return at
	}
	if at := markedCredit(s); at >= 0 {
		return at
	}
	return slashCredit(s)
}

// bracketCredit finds a credit in the brackets at the end.
func bracketCredit(s string) int {
	if !strings.HasSuffix(s, ")") && !strings.HasSuffix(s, "]") {
		return -1
	}
	at := strings.LastIndexAny(s, "([")
	if at < 0 || len(s)-at > 120 {
		return -1
	}
	inner := strings.Trim(s[at:], "()[] ")
	low := strings.ToLower(inner)
	for _, p := range []string{"photo:", "photo by", "photo ", "photos:", "image:", "image via", "image by", "photo courtesy", "picture:", "credit:", "file photo", "courtesy of", "courtesy ", "screenshot", "screen shot", "screengrab", "illustration:", "ap photo", "reuters photo"} {
		if strings.HasPrefix(low, p) {
			return at
		}
	}
	if strings.Contains(low, "photo:") || agencyOnly(inner) || agencySlash(inner) {
		return at
	}
	return -1
}

// markedCredit finds a credit behind "Photo:", "|" or "©" near the end.
func markedCredit(s string) int {
	from := max(0, len(s)-100)
	for _, m := range []string{"Photo: ", "Photograph: ", "Photos: ", "PHOTO: ", "Photo by ", "Photograph by ", "Picture: ", "Image: ", "Credit: ", "Photo credit: ", "Photo courtesy of ", "Foto: "} {
		if at := strings.LastIndex(s[from:], m); at >= 0 {
			at += from
			if names(s[at+len(m):]) && (at == 0 || strings.IndexByte(" .(|/", s[at-1]) >= 0) {
				return at
			}
		}
	}
	for _, m := range []string{" | ", " © ", " / "} {
		at := strings.LastIndex(s[from:], m)
		if at < 0 {
			continue
		}
		if tail := s[from+at+len(m):]; agencyOnly(tail) || agencySlash(tail) || names(tail) && m != " / " && hasAgency(tail) {
			return from + at
		}
	}
	return -1
}

// slashCredit finds Jane Doe/Agency or AGENCY/Jane Doe behind the last sentence.
func slashCredit(s string) int {
	slash := strings.LastIndexByte(s, '/')
	if slash <= 0 || slash == len(s)-1 {
		return -1
	}
	tail := strings.TrimSpace(s[slash+1:])
	left, right := agencyOnly(lastWords(s[:slash], 1)), agencyOnly(tail)
	switch {
	case right && !strings.HasSuffix(s[:slash], " ") && !digitBefore(s, slash):
		return nameStart(s, slash)
	case left && names(tail) && len(strings.Fields(tail)) <= 4:
		return slash - len(lastWords(s[:slash], 1))
	}
	return -1
}

func digitBefore(s string, at int) bool { return unicode.IsDigit(rune(s[at-1])) }

// nameStart goes back from the offset over the words of a name; the name starts behind the last stop.
func nameStart(s string, at int) int {
	start := at
	for range 5 {
		w := lastWords(s[:start], 1)
		if w == "" || !capital(w) {
			break
		}
		if before := strings.TrimRight(s[:start], " "); strings.HasSuffix(w, ".") && len(w) > 2 && start != at && strings.HasSuffix(before, w) {
			break
		}
		start = strings.LastIndex(s[:start], w)
	}
	if start == at {
		return -1
	}
	return start
}

// lastWords returns the last word of the text, with the space behind it left off.
func lastWords(s string, n int) string {
	s = strings.TrimRight(s, " ")
	at := len(s)
	for range n {
		at = strings.LastIndexAny(s[:at], " \n")
		if at < 0 {
			return s
		}
	}
	return s[at+1:]
}

func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(\"'“‘"))
	return unicode.IsUpper(r)
}

// names tells words with capitals, as credits have them.
func names(s string) bool {
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '/' || r == ',' || r == '|' })
	if len(words) == 0 || len(words) > 10 {
		return false
	}
	small := 0
	for _, w := range words {
		if !capital(w) && !strings.HasPrefix(w, "@") {
			small++
		}
	}
	return small <= len(words)/3
}

// agencySlash tells names with slashes among them, one of an agency: "Jane Doe/Pool/AFP".
func agencySlash(s string) bool {
	parts := strings.Split(s, "/")
	if len(parts) < 2 || !names(s) {
		return false
	}
	for _, p := range parts {
		if agencyOnly(strings.TrimSpace(p)) {
			return true
		}
	}
	return len(parts) <= 3 && strings.Contains(strings.ToLower(s), "photo")
}

func hasAgency(s string) bool {
	for p := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == '/' || r == ',' }) {
		if agencyOnly(strings.TrimSpace(p)) {
			return true
		}
	}
	return false
}

// agencyOnly tells the name of an agency or another place that pictures come from.
func agencyOnly(s string) bool {
	s = strings.ToLower(strings.Trim(s, " .,"))
	for _, suffix := range []string{" photo", " photos", " images", " file", " video", " news", " pictures", " handout", " pool"} {
		s = strings.TrimSuffix(s, suffix)
	}
	switch s {
	case "reuters", "ap", "afp", "epa", "epa-efe", "efe", "getty", "getty images", "associated press", "the associated press", "xinhua", "tass", "itar-tass", "sputnik", "ria novosti", "ria", "bloomberg",
		"shutterstock", "alamy", "alamy stock", "anadolu", "anadolu agency", "aa", "dpa", "ansa", "upi", "pa", "pa wire", "press association", "rex", "rex/shutterstock", "corbis", "istock", "istockphoto", "flickr", "wikimedia",
		"wikimedia commons", "wikipedia", "pool", "handout", "pixabay", "unsplash", "zuma", "zuma press", "zuma wire", "nurphoto", "sipa", "sipa usa", "cq roll call", "youtube", "screenshot", "screengrab", "instagram", "facebook", "twitter",
		"kyodo", "yonhap", "sana", "irna", "mehr", "ruptly", "cover", "splash", "wireimage", "filmmagic", "mediapunch", "polaris", "redux", "magnum", "contour", "stringer", "newscom", "invision", "abaca", "cnp", "imago",
		"picture alliance", "barcroft", "caters", "swns", "demotix", "lightrocket", "ullstein bild", "hulton archive", "keystone", "scanpix", "ritzau", "ntb", "tt", "pap", "cnn", "bbc", "u.s. navy", "us navy", "u.s. army", "nasa":
		return true
	}
	return false
}

// cutEnds takes a credit off the end of a paragraph that stays, and a label off its head.
func (u *unit) cutEnds() {
	if len(u.words) > 400 {
		return
	}
	if at := creditAt(u.text); at > 0 && len(u.text)-at < 100 && u.keep.Start+at > u.keep.Start {
		head := strings.TrimRight(u.text[:at], " ")
		if strings.HasSuffix(u.text[at:], ")") && sentenceEnd(head) {
			u.keep.End, u.suffixWhy = u.keep.Start+len(head), "caption"
		}
	}
	for _, label := range []string{"Story highlights ", "STORY HIGHLIGHTS ", "Key points ", "Read article "} {
		if strings.HasPrefix(u.text, label) {
			u.keep.Start += len(label)
			u.prefixWhy = "navigation"
			return
		}
	}
}

func sentenceEnd(s string) bool {
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, ".”") || strings.HasSuffix(s, ".\"") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")
}
