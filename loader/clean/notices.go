package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// promo tells a line that leads to another article.
func (u *unit) promo() bool {
	if len(u.words) > 45 {
		return false
	}
	if leadMark(u.text) {
		return !u.ended() && len(u.words) <= shortLine
	}
	inner := strings.TrimLeft(u.text, "([*•-–— ")
	lead, rest := promoLead(inner)
	switch {
	case lead == "":
		return u.promoEnd()
	case rest == "":
		return true
	case strings.IndexByte(":|>", rest[0]) >= 0 || strings.HasPrefix(rest, "»") || strings.HasPrefix(rest, "›"):
		return len(u.words) <= shortLine || !u.ended()
	case strings.HasPrefix(rest, " -") || strings.HasPrefix(rest, " –") || strings.HasPrefix(rest, " —"):
		return !u.ended()
	}
	return lead == strings.ToUpper(lead) && len(lead) > 4 && !u.ended()
}

// leadMark tells the marks that point to other pages.
func leadMark(s string) bool {
	for _, m := range []string{">>", "» ", "→", "▶", "►", "▸", "➡", "☞", "👉"} {
		if strings.HasPrefix(s, m) {
			return !strings.Contains(s, "«")
		}
	}
	return false
}

// promoLead returns the words at the head of the line that announce another article, and what follows them.
func promoLead(s string) (lead, rest string) {
	low := strings.ToLower(s[:min(len(s), 60)])
	low = strings.ReplaceAll(low, "’", "'")
	for _, p := range [...]string{
		"read more about", "read more on", "read more", "read also", "also read", "read next", "read our", "read the full story", "read the full", "read",
		"see also", "see more", "see", "related articles", "related article", "related stories", "related story", "related content", "related links", "related coverage",
		"related topics", "related video", "related videos", "related news", "related", "more on this story", "more on this topic", "more on this", "more on", "more stories", "more news",
		"more from", "more coverage", "more", "watch live", "watch more", "watch", "listen live", "listen", "don't miss", "do not miss", "you might also like", "you may also like", "you may like", "recommended for you", "recommended",
		"read more here", "click here", "in pictures", "in pics", "photos", "photo gallery", "must read", "must-read", "must reads", "now read", "up next", "next up", "most read", "most popular", "most viewed",
		"trending now", "trending", "from our partners", "around the web", "popular now", "editor's picks", "editors' picks", "full coverage", "in depth", "in-depth", "keep reading", "further reading",
		"also on", "also see", "latest news", "top stories", "what to read next", "what others are reading",
	} {
		if strings.HasPrefix(low, p) {
			rest := s[min(len(p)+strings.Count(s[:min(len(s), len(p)+3)], "’")*2, len(s)):]
			if r, _ := utf8.DecodeRuneInString(rest); rest != "" && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
				continue
			}
			return wholeLead(p, s[:len(s)-len(rest)], strings.TrimRight(rest, " …."))
		}
	}
	return "", ""
}

// wholeLead leaves out single words that are too common to stand alone as a sign.
func wholeLead(phrase, lead, rest string) (string, string) {
	switch phrase {
	case "read", "see", "watch", "listen", "more", "related", "photos", "trending", "recommended", "in depth", "in-depth":
		if rest != "" && rest[0] != ':' && rest[0] != '|' && rest[0] != '>' {
			return "", ""
		}
	}
	return lead, rest
}

// promoEnd tells a headline with the words of a link behind it: "Ministers meet in Oslo Read more".
func (u *unit) promoEnd() bool {
	for _, end := range []string{" read more", " read more »", " read more >", " click here", " read full story", " continue reading", " see more"} {
		if head, ok := strings.CutSuffix(u.fold, end); ok && head != "" {
			last := head[len(head)-1]
			return strings.IndexByte(".!?\"'", last) < 0 && len(u.words) <= shortLine
		}
	}
	return u.starts("click here") && len(u.words) <= shortLine
}

// noticeKind tells what a unit is that speaks of the page, the outlet or the law and not of the news.
func (c *cleaner) noticeKind(i int) string {
	u := &c.units[i]
	if u.says() && u.quotes() {
		return ""
	}
	if len(u.words) > 90 {
		if u.signsUp() {
			return "newsletter"
		}
		return ""
	}
	switch {
	case u.copyright():
		return "copyright"
	case u.cookies():
		return "cookies"
	case u.newsletter():
		return "newsletter"
	case u.credits(), i >= len(c.units)-6 && u.footer():
		return "footer"
	}
	return ""
}

// notice tells a unit that is a sentence and no news.
func notice(u *unit) bool { return u.copyright() || u.cookies() || u.newsletter() || u.credits() }

func (u *unit) copyright() bool {
	if strings.HasPrefix(u.fold, "©") || u.starts("(c) 19", "(c) 20", "copyright ©", "copyright (c)", "copyright 19", "copyright 20", "all rights reserved", "all content ©") {
		return true
	}
	if u.starts("copyright") && strings.ContainsAny(u.fold, "0123456789") && len(u.words) <= 15 {
		return true
	}
	return u.has("all rights reserved", "may not be published, broadcast", "reproduced without permission", "without express permission", "reprint permission")
}

func (u *unit) cookies() bool {
	return u.has("cookie") && u.has("we use cookies", "we and our partners use", "this site uses cookies", "this website uses cookies", "our use of cookies", "accept all cookies",
		"accept cookies", "cookie settings", "cookie preferences", "by continuing to use this site", "by continuing to browse", "to our cookie", "cookie consent")
}

// signsUp tells the small print of a form.
func (u *unit) signsUp() bool {
	return u.has("by signing up you agree", "by signing up, you agree", "you can unsubscribe at any time", "unsubscribe at any time")
}

func (u *unit) newsletter() bool {
	if u.signsUp() {
		return true
	}
	if u.starts("sign up for", "sign up to", "sign up here", "sign up now", "sign up today", "sign up", "subscribe to", "subscribe for", "subscribe now", "subscribe today", "subscribe here", "newsletter sign up",
		"newsletter signup", "email sign up", "enter your email", "thank you for subscribing", "thanks for subscribing", "thanks for signing up", "get our", "want more", "like what you're reading",
		"support our journalism", "become a member", "become a subscriber", "already a subscriber", "this article is for subscribers") {
		return !u.starts("sign up", "subscribe") || u.has("newsletter", "email", "inbox", "updates", "alert", "daily", "here", "subscribe to", "subscribe now", "by signing up") || len(u.words) <= 6
	}
	if u.has("delivered to your inbox", "straight to your inbox", "delivered daily to your inbox", "in your inbox every", "to your inbox", "in your inbox", "delivered directly to your", "sign up to receive our") {
		return true
	}
	return u.starts("get the", "get all", "get breaking", "join", "receive", "stay", "never miss", "don't miss") && u.has("newsletter", "email alerts", "inbox", "by signing up", "breaking news alerts", "our app")
}

// credits tells who worked on the article, in the forms that stand behind it.
func (u *unit) credits() bool {
	if u.starts("reporting by", "additional reporting by", "editing by", "writing by", "compiled by", "contributing:", "with reporting by", "with files from", "edited by", "(reporting by", "(additional reporting", "(editing by", "(writing by", "(compiled by") {
		return true
	}
	if len(u.words) <= 35 && u.has("contributed to this report", "contributed to this article", "contributed to this story", "contributed reporting", "contributed to the report", "contributed from ") {
		return true
	}
	if u.has("opinions expressed by columnists", "opinions expressed in this", "views expressed in this", "views expressed here", "opinions expressed are") && u.has("their own", "not necessarily", "of the author", "those of") {
		return true
	}
	return len(u.words) <= 25 && (u.has("this story has been updated", "this article has been updated", "this post has been updated", "this is a developing story", "this story was originally published", "this article was originally published",
		"this article is more than ", "this story is developing", "this is a breaking news story") && !u.says())
}

// footer tells the lines that stand behind an article only.
func (u *unit) footer() bool {
	if u.has("views expressed", "opinions expressed", "opinions of the author", "do not necessarily reflect", "do not necessarily represent") {
		return true
	}
	if len(u.words) > 40 || u.quotes() && u.says() {
		return false
	}
	if len(u.words) <= 10 && u.has("send us your") {
		return true
	}
	return u.starts("email:", "e-mail:", "contact us at", "send tips", "got a tip", "have a tip", "if you have a tip", "click here", "tags:", "topics:", "filed under", "source:", "join us on", "like us on", "find us on",
		"download our app", "download the app", "visit our", "tell us what you think", "what do you think?", "join the conversation", "leave a comment", "report a typo", "report an error", "terms of use", "privacy policy") ||
		u.starts("visit") && u.has("homepage", "website", "for more stories") || u.has("follow him on", "follow her on", "follow them on", "on twitter at @", "on twitter: @", "on twitter @")
}
