package clean

import (
	"strings"
	"unicode"
)

// classify decides by the shape of one unit.
func (c *cleaner) classify(i int) {
	u := &c.units[i]
	switch {
	case u.wordless():
		u.why = "separator"
	case u.iconRun():
		u.why = "icons"
	case len(u.words) > notices || u.protected():
		// What follows is about short units that no quotation is in.
	case u.shareBar():
		u.why = "share"
	case u.menu():
		u.why = "navigation"
	case u.advert():
		u.why = "advert"
	case u.player():
		u.why = "video"
	case u.promo():
		u.why = "promo"
	case u.caption(i < c.head):
		u.why = "caption"
	default:
		u.why = c.noticeKind(i)
	}
	if u.open() {
		u.cutEnds()
	}
}

// wordless tells a line without a letter or a digit: ***.
func (u *unit) wordless() bool {
	return !strings.ContainsFunc(u.text, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsSymbol(r) && r > 0x2fff
	})
}

// iconRun tells a run of names that a program gave: many words, no sentence in it, and a part that comes
// again and again ("camera-icon check-icon close-icon", "fa-user fa-search").
func (u *unit) iconRun() bool {
	if len(u.words) < 8 || hasMark(u.text, ".!?,;") {
		return false
	}
	heads, tails, small := map[string]int{}, map[string]int{}, 0
	for _, w := range u.words {
		w = strings.ToLower(w)
		if functionWord(w) {
			small++
		}
		if joint := strings.IndexByte(w, '-'); joint >= 2 && joint <= 4 {
			heads[w[:joint]]++
		} else if len(w) >= 4 {
			heads[w[:4]]++
		}
		if len(w) >= 4 {
			tails[w[len(w)-4:]]++
		}
	}
	n, same := len(u.words), max(most(tails), most(heads)-len(u.words)/10)
	// The more of the words share the part, the more small words ("sign in") may stand among them.
	return same*5 >= n*2 && small*20 <= n || same*5 >= n*3 && small*8 <= n
}

func hasMark(s, marks string) bool {
	for i := range len(s) {
		if strings.IndexByte(marks, s[i]) >= 0 && (i+1 == len(s) || s[i+1] == ' ') {
			return true
		}
	}
	return false
}

func most(counts map[string]int) int {
	n := 0
	for _, k := range counts {
		n = max(n, k)
	}
	return n
}

// functionWord tells the small words that sentences cannot do without, and lists of names can.
func functionWord(w string) bool {
	switch w {
	case "the", "a", "an", "of", "to", "in", "and", "is", "was", "are", "were", "be", "been", "that", "for", "on", "with", "as", "by", "at", "from",
		"has", "have", "had", "it", "its", "he", "she", "his", "her", "they", "their", "will", "would", "not", "but", "who", "which", "this":
		return true
	}
	return false
}

// shareBar tells the names of services and the words of sharing, with nothing else in the line.
func (u *unit) shareBar() bool {
	if len(u.words) > shortLine {
		return false
	}
	if u.starts("follow") && len(u.words) <= 14 && !u.says() {
		return u.starts("follow us on") || u.has("@", " on twitter", " on facebook", " on instagram", " on social", " on google", " on telegram", " on x")
	}
	if u.starts("share all sharing options for") {
		return true
	}
	if u.starts("the", "in", "a") {
		return false
	}
	strong := 0
	for w := range strings.FieldsFuncSeq(u.fold, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' }) {
		kind := shareWord(strings.Trim(w, "-'"))
		if kind == 0 {
			return false
		}
		strong += kind - 1
	}
	return strong > 0
}

// shareWord returns 2 for a word of sharing, 1 for one that stands beside those, and 0 for others.
func shareWord(w string) int {
	switch w {
	case "share", "shares", "facebook", "twitter", "whatsapp", "telegram", "linkedin", "reddit", "pinterest", "tumblr", "flipboard", "messenger",
		"vk", "vkontakte", "viber", "tweet", "tweets", "retweet", "email", "e-mail", "print", "instagram", "youtube", "stumbleupon", "digg",
		"google-plus", "snapchat", "tiktok", "comments", "bluesky", "mastodon":
		return 2
	case "", "this", "article", "story", "page", "post", "posts", "on", "via", "with", "x", "mail", "pocket", "save", "copy", "link", "pin", "it", "comment", "google",
		"plus", "like", "follow", "us", "by", "to", "view", "listen", "sms", "more", "options", "icon", "close", "and", "or", "the", "a", "url", "url-copy",
		"copied", "clipboard", "now", "font", "size", "leave", "send", "friends", "friend", "your", "k", "rss", "feed", "resize", "text", "app", "in", "for",
		"opens", "window", "new":
		return 1
	}
	return 0
}

// menu tells the points of a menu and the words of the page's machinery.
func (u *unit) menu() bool {
	if machinery(u.bare()) {
		return !u.ended() || strings.HasSuffix(u.text, "...") || strings.HasSuffix(u.text, ":")
	}
	if u.rubric() || u.gallery() {
		return true
	}
	if len(u.words) > 60 || u.ended() || u.says() {
		return false
	}
	points, all := 0, 0
	for _, w := range u.words {
		w = strings.ToLower(strings.Trim(w, `|>/•·»›,&-–+▾▼`))
		if w == "" {
			continue
		}
		all++
		if menuWord(w) {
			points++
		}
	}
	return points >= 4 && points*10 >= all*7 || u.breadcrumbs() && points > 0
}

// rubric tells the name of a kind of article above it: ANALYSIS/OPINION:.
func (u *unit) rubric() bool {
	if len(u.words) > 3 || u.text != strings.ToUpper(u.text) || strings.HasSuffix(u.text, ".") {
		return false
	}
	n := 0
	for w := range strings.FieldsFuncSeq(u.fold, func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch w {
		case "analysis", "opinion", "commentary", "editorial", "exclusive", "column", "review", "explainer", "video", "watch", "interview", "essay", "perspective":
			n++
		default:
			return false
		}
	}
	return n > 0
}

// gallery tells the count of a picture gallery: "Image 3 of 12", "next Image 3 of 12".
func (u *unit) gallery() bool {
	words := strings.Fields(u.bare())
	if len(words) > 0 && oneOf(words[0], "prev", "previous", "next") {
		words = words[1:]
	}
	if len(words) > 0 && oneOf(words[0], "image", "photo", "slide", "picture") {
		words = words[1:]
	}
	return len(words) == 3 && len(u.words) > 3 && words[1] == "of" && number(words[0]) && number(words[2])
}

func number(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// breadcrumbs tells short parts with marks between them: Home > World > Europe.
func (u *unit) breadcrumbs() bool {
	parts := strings.FieldsFunc(u.text, func(r rune) bool { return strings.ContainsRune("|>»›•·", r) })
	if len(parts) < 3 {
		return false
	}
	for _, p := range parts {
		if len(strings.Fields(p)) > 3 {
			return false
		}
	}
	return true
}

// menuWord tells the words that the menus of news pages are made of.
func menuWord(w string) bool {
	switch w {
	case "home", "news", "sport", "sports", "politics", "business", "opinion", "world", "us", "u.s.", "uk", "tech", "technology", "science", "health",
		"video", "videos", "travel", "weather", "culture", "lifestyle", "entertainment", "search", "menu", "login", "log", "sign", "register",
		"subscribe", "contact", "jobs", "podcasts", "podcast", "radio", "tv", "live", "photos", "arts", "money", "markets", "magazine", "shop",
		"account", "help", "latest", "top", "stories", "trending", "local", "national", "international", "economy", "finance", "features", "blogs",
		"blog", "editorial", "editorials", "cartoons", "games", "puzzles", "crosswords", "obituaries", "classifieds", "newsletters", "newsletter",
		"archive", "archives", "terms", "privacy", "policy", "advertise", "careers", "faq", "rss", "feedback", "sitemap", "mobile", "apps", "opinions",
		"africa", "asia", "europe", "americas", "mideast", "style", "food", "fashion", "education", "environment", "climate", "investigations", "skip",
		"content", "navigation", "sections", "section", "edition", "settings", "profile", "logout", "site", "gallery", "photo",
		"show", "shows", "watch", "listen", "cookies", "cookie", "accessibility", "media", "estate", "autos", "cars", "books", "movies",
		"music", "multimedia", "interactive", "interactives", "company", "support", "donate":
		return true
	}
	return false
}

// machinery tells whole lines that belong to the page and to no article.
func machinery(s string) bool {
	switch s {
	case "home", "menu", "search", "close", "skip to main content", "skip to content", "skip to navigation", "back to top", "back to home", "sign in", "log in",
		"login", "log out", "register", "main navigation", "navigation", "toggle navigation", "main menu", "site search", "search search", "view all", "show more",
		"load more", "see more", "more", "less", "next", "previous", "prev", "next article", "previous article", "back", "top", "expand", "collapse",
		"hide", "settings", "subscribe", "subscribe now", "my account", "contact us", "about us", "privacy policy", "terms of use", "terms of service",
		"terms and conditions", "cookie policy", "sitemap", "advertise with us", "help", "tags", "topics", "topic", "filed under", "print this page",
		"loading", "play", "pause", "mute", "unmute", "play video", "watch video", "view comments", "show comments", "hide comments", "comments", "leave a comment",
		"post a comment", "join the conversation", "enlarge", "enlarge image", "view gallery", "open in app", "full screen", "fullscreen", "zoom", "listen", "open navigation menu", "key events", "key points", "story highlights":
		return true
	}
	return false
}

// advert tells the words that stand around advertisements.
func (u *unit) advert() bool {
	s := u.bare()
	if s == "" {
		return false
	}
	for _, w := range []string{"advertisement", "ad", "sponsored"} {
		for strings.HasPrefix(s, w) && (len(s) == len(w) || s[len(w)] == ' ' || s[len(w)] == ':') {
			s = strings.Trim(s[len(w):], " :-")
		}
	}
	switch s {
	case "", "story continues below", "story continued below", "article continues below", "continue reading below", "story continues", "article continues",
		"continue reading", "continue reading the main story", "scroll to continue", "scroll to continue with content", "skip", "skip ad", "skip advertisement",
		"content", "feedback", "sponsored content", "paid content", "paid post", "promoted", "story continues after ad", "remove ads",
		"story continues below advertisement", "article continues after advertisement", "article continues below advertisement", "story continues after",
		"article continues after", "pullquote":
		return true
	}
	return false
}

// player tells what a video player leaves: its words, or a caption given twice with a running time.
func (u *unit) player() bool {
	if u.starts("listen to article", "listen to this article", "listen to this story", "listen to story") && len(u.words) <= 8 {
		return true
	}
	if u.starts("just watched", "now playing", "play video", "watch now", "media playback") || u.has("replay more videos", "must watch") {
		return !u.ended() || u.starts("media playback")
	}
	return false
}
