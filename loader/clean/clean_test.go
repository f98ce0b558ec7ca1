package clean

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/loader/article"
)

// Two paragraphs of an invented report, for the tests to put things around.
const (
	lead = "The herring treaty between Varduna and Estonia was signed in Velin on Monday, the foreign ministry said."
	more = "“We have waited for this day for eleven years,” minister Ada Novak told reporters at the harbour."
)

// cleaned runs the stage.
func cleaned(t testing.TB, a *article.Article) *article.Article {
	t.Helper()
	if err := New(nil).Annotate(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	check(t, a)
	return a
}

// check holds that what was removed is in Raw, in order, and that the text is what is left.
func check(t testing.TB, a *article.Article) {
	t.Helper()
	end := 0
	for _, r := range a.Removed {
		if r.Span.Start < end || r.Span.Empty() || r.Span.End > len(a.Raw) || r.Text != r.Span.Of(a.Raw) || r.Why == "" {
			t.Fatalf("unsound removal %+v after %d", r, end)
		}
		if !utf8.ValidString(r.Text) {
			t.Fatalf("removal %q cuts a rune", r.Text)
		}
		end = r.Span.End
	}
	if !utf8.ValidString(a.Text) || a.Dateline.End > len(a.Text) || a.Dateline.Start < 0 {
		t.Fatalf("unsound text or dateline %v", a.Dateline)
	}
	left := a.Raw
	for i := len(a.Removed) - 1; i >= 0; i-- {
		left = left[:a.Removed[i].Span.Start] + left[a.Removed[i].Span.End:]
	}
	if got, want := squeeze(a.Text), squeeze(left); got != want {
		t.Fatalf("text and removals are not all of Raw:\n%q\n%q", got, want)
	}
}

// squeeze leaves out what shows nothing.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if blank(r) {
			return -1
		}
		return r
	}, s)
}

// TestRemoved puts each line into an article and expects it to go for the reason.
func TestRemoved(t *testing.T) {
	t.Parallel()
	for why, lines := range map[string][]string{
		"icons": {
			"icon homeicon searchicon menuicon shareicon fbicon twicon closeicon full arrow downicon",
			"fa-home fa-user fa-search fa-bars fa-times fa-share fa-print fa-envelope",
			"icon lampicon menuicon closeicon netsicon boaticon mailicon arrow downicon sign in",
			"arrow-left-icon arrow-right-icon check-icon close-icon user-icon menu-icon star-icon pin-icon",
		},
		"navigation": {
			"Home News Sport Politics Business Weather", "Home > World > Europe", "Skip to main content", "Sign in", "ANALYSIS/OPINION:", "next Image 3 of 12",
			"World | Business | Technology | Sports | Opinion",
		},
		"share":      {"Share this article", "Facebook Twitter WhatsApp Email", "Share Tweet Post Email", "Follow Ada Novak on Twitter @adanovak", "12 Comments Share Print"},
		"promo":      {"READ MORE: Fishermen welcome the treaty", "Read also: How the herring came back", "Related: A short history of the herring", ">>> Harbour Tariffs", "→ All about the treaty", "SEE ALSO: Boats at sea", "More:Who gains from the treaty?", "Minister visits the fish market Read more", "WATCH: The signing in two minutes", "Read more"},
		"caption":    {"Ada Novak signs the treaty. (Photo: Tom Reed/Baltwire)", "(Photo: Tom Reed)", "File photo of the harbour", "Boats in the harbour of Velin on Monday. Tom Reed/Reuters", "Ada Novak in Velin, June 3, 2031. REUTERS/Tom Reed", "The minister at the harbour. | AP Photo", "The minister at the harbour / Reuters", "Getty Images", "Image copyright Getty Images Image caption The harbour of Velin", "In this June 3, 2031, file photo, boats lie in the harbour of Velin.", "Boats in the harbour (Tom Reed/AFP)"},
		"byline":     {"By Ada Karlin", "By Ada Karlin and Tom Reed, Staff writers", "By Ada Karlin, Baltwire"},
		"date":       {"25 Dec, 2031 11:06", "Published: December 25, 2031", "Updated at 5:30 p.m. ET", "3 hours ago", "December 25, 2031 · 3 min read"},
		"time":       {"14:05 GMT", "2:30 p.m."},
		"newsletter": {"Sign up for our daily newsletter", "Get the best stories delivered to your inbox.", "Subscribe to our newsletter today!"},
		"cookies":    {"We use cookies to make this site better. Accept all cookies"},
		"copyright":  {"© 2031 Baltwire. All rights reserved.", "Copyright 2031 The Velin Post"},
		"advert":     {"Advertisement", "Story continues below", "ADVERTISEMENT Continue reading the main story"},
		"footer":     {"Tom Reed contributed to this report.", "Reporting by Tom Reed; Editing by Ada Karlin", "This story has been updated."},
		"separator":  {"***", "_____"},
		"video":      {"JUST WATCHED Treaty signed in Velin Replay More Videos ... MUST WATCH Treaty signed in Velin 01:30"},
	} {
		for _, line := range lines {
			t.Run(why+"/"+line, func(t *testing.T) {
				t.Parallel()
				a := cleaned(t, &article.Article{Raw: line + "\n\n" + lead + "\n\n" + more + "\n", Title: "Treaty signed"})
				want := []article.Removed{{Span: article.Span{Start: 0, End: len(line)}, Text: line, Why: why}}
				if diff := cmp.Diff(want, a.Removed); diff != "" {
					t.Error(diff)
				}
				if want := lead + "\n\n" + more; a.Text != want {
					t.Errorf("text is %q", a.Text)
				}
			})
		}
	}
}

// TestKept puts each line between two paragraphs and expects it to stay.
func TestKept(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"“Read more books,” the minister said.",
		"Read more and talk less: that is what the minister told the pupils of Velin on Tuesday.",
		"By Monday the boats were back in the harbour.",
		"By law the ministry must publish the treaty.",
		"Related talks on cod are planned for the autumn, officials said.",
		"More than 200 boats took part.",
		"See you in court, the owner wrote.",
		"Watch out for the cod, he warned.",
		"Jobs and the economy", "Health in Asia", "What comes next?", "The tweet",
		"Facebook said it had taken the page down.",
		"Home is where the herring is, the song goes.",
		"“We use cookies as bait,” said one fisherman.",
		"Copyright law was not part of the talks.",
		"The paper's newsletter said the treaty was dead.",
		"“Copyright 2031 is a good year,” the lawyer said. All rights reserved, he added.",
		"He subscribed to the view that herring matter.",
		"At 14:05 GMT the ship left the harbour.",
		"2 p.m. is too late, she said.",
		"The photo: a boat, a man, a fish.",
		"The picture was first published by Reuters.",
		"The treaty (a copy was seen by Reuters) has 40 pages.",
		"The minister flew from Oslo/Norway to Velin.",
		"Sign up or leave, the captain told them.",
		"June 2031", "It rained.", "No.", "Cod and herring",
		"Share prices fell after the treaty was signed.",
		"Next to the harbour stands a church.",
		"Advertisement for the boats began in May.",
		"Print and radio reporters were there too.",
		"She said: “This story has been updated so often that nobody reads it.”",
		"“Sign up for our newsletter,” the banner said.",
	} {
		t.Run(line, func(t *testing.T) {
			t.Parallel()
			a := cleaned(t, &article.Article{Raw: lead + "\n\n" + line + "\n\n" + more, Title: "Treaty signed"})
			if want := lead + "\n\n" + line + "\n\n" + more; a.Text != want {
				t.Errorf("removed %+v", a.Removed)
			}
		})
	}
}

func TestLifted(t *testing.T) {
	t.Parallel()
	day := time.Date(2031, 12, 25, 11, 6, 0, 0, time.UTC)
	scrape := "icon homeicon searchicon menuicon shareicon fbicon twicon closeicon full arrow downicon\n25 Dec, 2031 11:06\n\nTreaty on ‘herring’ is near – Novak to Baltwire\n\nBy Ada Karlin and Tom Reed\n\n"
	tests := []struct {
		name      string
		given     article.Article
		raw       string
		title     string
		published time.Time
		authors   []string
		source    string
	}{
		{name: "all", raw: scrape, title: "Treaty on ‘herring’ is near – Novak to Baltwire", published: day, authors: []string{"Ada Karlin", "Tom Reed"}},
		{
			name: "what the source gave stays", raw: scrape, title: "Given", published: day.AddDate(1, 0, 0), authors: []string{"X"},
			given: article.Article{Title: "Given", PublishedAt: day.AddDate(1, 0, 0), Authors: []string{"X"}},
		},
		{name: "published beats updated", raw: "A fine headline\nUpdated: 26 Dec 2031\nPublished: 25 Dec 2031 11:06\n\n", title: "A fine headline", published: day},
		{name: "labels", raw: "Title: The treaty\nSource: Velin Post\nAuthor: Ada Karlin\nDate: 25 Dec 2031 11:06\n\n", title: "The treaty", source: "Velin Post", authors: []string{"Ada Karlin"}, published: day},
		{name: "a name above the outlet", raw: "A fine headline\n\nAda Karlin\n\nVelin Post\n\n", given: article.Article{Source: "Velin Post"}, title: "A fine headline", authors: []string{"Ada Karlin"}, source: "Velin Post"},
		{
			name: "the outlet above the headline", raw: "The Velin Post\nHome | News | Sport\n\nHerring treaty signed in the harbour\n\nBy Ada Karlin\nTransport correspondent\nPublished\n25 Dec 2031 11:06\n\n",
			title: "Herring treaty signed in the harbour", source: "The Velin Post", authors: []string{"Ada Karlin"}, published: day,
		},
		{name: "the outlet beside the date", raw: "The treaty of the herring\n\nVelin Chronicle, 25 December 2031, 11:06\nText: Ada Karlin\n\n", title: "The treaty of the herring", source: "Velin Chronicle", authors: []string{"Ada Karlin"}, published: day},
		{name: "two dates in a line", raw: "THE TREATY IS SIGNED\n\nEXCLUSIVE by Ada Karlin\n11:06, 25 Dec 2031 | UPDATED 18:05, 26 Dec 2031\n\n", title: "THE TREATY IS SIGNED", authors: []string{"Ada Karlin"}, published: day},
		{name: "the outlet below the headline", raw: "The treaty of the herring\n\nVelin Post\n25 December 2031 11:06\n\n", title: "The treaty of the herring", source: "Velin Post", published: day},
		{name: "a place beside the date", raw: "The treaty of the herring\n\nVelin, 25 December 2031 – 11:06\n\n", title: "The treaty of the herring", published: day},
		{name: "no headline", raw: ""},
		{name: "a sentence is no headline", raw: "The talks are over.\n\n"},
		{name: "a caption is no headline", raw: "The harbour at night (Photo: Tom Reed)\n\nThe talks begin at last\n\n", title: "The talks begin at last"},
		{name: "a line with a sentence in it is no headline", raw: "The boats lay in the harbour. Minister Novak waves\n\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			a := test.given
			a.Raw = test.raw + lead + "\n\n" + more
			cleaned(t, &a)
			got := []any{a.Title, a.PublishedAt, a.Authors, a.Source}
			if diff := cmp.Diff([]any{test.title, test.published, test.authors, test.source}, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestRepeatedTitle(t *testing.T) {
	t.Parallel()
	a := cleaned(t, &article.Article{Title: "Treaty is ‘signed’", Raw: "TREATY IS 'SIGNED'\n\n" + lead})
	if a.Text != lead || len(a.Removed) != 1 || a.Removed[0].Why != "title" {
		t.Errorf("text %q, removed %v", a.Text, a.Removed)
	}
}

func TestParts(t *testing.T) {
	t.Parallel()
	for raw, want := range map[string]string{
		"14:05 GMT: " + more:                                              more,
		"[Updated 2:19 a.m. ET] " + lead:                                  lead,
		"14:45\n\n" + lead + "\n\n14:20\n\n13:58\n\n13:50 " + more:        lead + "\n\n" + more,
		"14:05 – " + lead:                                                 lead,
		more + " (AP Photo/Tom Reed)":                                     more,
		"READ MORE:\n\nFishermen welcome the treaty\n\n" + lead:           lead,
		lead + "\n\nRelated articles\n\nCod talks fail\n\nBoats are sold": lead,
	} {
		if a := cleaned(t, &article.Article{Title: "x", Raw: raw}); a.Text != want {
			t.Errorf("%q gives %q", raw, a.Text)
		}
	}
}

func TestDateline(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"VELIN, Dec 25 (Agency) – The treaty is signed.":       "VELIN, Dec 25 (Agency) –",
		"VELIN (CNN) — The treaty is signed.":                  "VELIN (CNN) —",
		"Velin (CNN) The treaty is signed.":                    "Velin (CNN)",
		"(Reuters) - The treaty is signed.":                    "(Reuters) -",
		"VELIN/OSLO, 3 March — The treaty is signed.":          "VELIN/OSLO, 3 March —",
		"OLD HAVEN, N.H. — “It is signed,” she said.":          "OLD HAVEN, N.H. —",
		"VELIN—The treaty is signed.":                          "VELIN—",
		"Velin, May 3 -- The treaty is signed.":                "Velin, May 3 --",
		"NATO — the alliance — signed the treaty.":             "",
		"UPDATE — The treaty is signed.":                       "",
		"The treaty — signed on Monday — is long.":             "",
		"Velin – the old harbour – is full.":                   "",
		"Velin (the old one) is full of boats.":                "",
		"FISHERMEN OF THE NORTH CALL FOR HELP - They need it.": "",
		"“VELIN — A name,” he said.":                           "",
	} {
		a := cleaned(t, &article.Article{Title: "x", Raw: text + "\n\n" + more})
		if got := a.Dateline.Of(a.Text); got != want {
			t.Errorf("dateline of %q is %q, want %q", text, got, want)
		}
		if !strings.HasPrefix(a.Text, text) {
			t.Errorf("%q does not stay in the text", text)
		}
	}
}

func TestDatelineDate(t *testing.T) {
	t.Parallel()
	a := cleaned(t, &article.Article{Title: "x", Raw: "VELIN, Dec 25, 2031 (Agency) – The treaty is signed.\n\n" + more})
	if want := time.Date(2031, 12, 25, 0, 0, 0, 0, time.UTC); !a.PublishedAt.Equal(want) {
		t.Errorf("published %v", a.PublishedAt)
	}
}

func TestParagraphs(t *testing.T) {
	t.Parallel()
	wrapped := "The herring treaty between Varduna and Estonia was signed in Velin on\nMonday, the foreign ministry said. It will be in force for eleven years\nand may be prolonged."
	for raw, want := range map[string]string{
		lead + "\n" + more:                             lead + "\n\n" + more,
		lead + "\n\n\n\n" + more + "\n":                lead + "\n\n" + more,
		wrapped + "\n\n" + more:                        wrapped + "\n\n" + more,
		"\ufeff" + lead + "\r\n\r\n" + more + "\u200b": lead + "\n\n" + more,
	} {
		if a := cleaned(t, &article.Article{Title: "x", Raw: raw}); a.Text != want {
			t.Errorf("%q gives %q", raw, a.Text)
		}
	}
}

func TestRaw(t *testing.T) {
	t.Parallel()
	a := &article.Article{Raw: "Share this\r\n\n25 Dec, 2031 \n"}
	if err := New(&Options{Raw: true}).Annotate(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	if a.Text != a.Raw || a.Removed != nil || a.Title != "" || !a.PublishedAt.IsZero() {
		t.Errorf("raw text was touched: %+v", a)
	}
}

func TestErrors(t *testing.T) {
	t.Parallel()
	if err := New(nil).Annotate(t.Context(), &article.Article{Raw: "Share this\n\nAdvertisement"}); !errors.Is(err, ErrEmpty) {
		t.Errorf("nothing left: %v", err)
	}
	if err := New(nil).Annotate(t.Context(), &article.Article{Raw: "a\xff"}); !errors.Is(err, ErrRaw) {
		t.Errorf("invalid UTF-8: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := New(nil).Annotate(ctx, &article.Article{Raw: lead}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// TestLinear holds that time grows with the length.
func TestLinear(t *testing.T) {
	t.Parallel()
	for name, unit := range map[string]string{
		"promotions": "Read more\n\n", "headlines": "A Fine Headline\n", "icons": "icon ", "long word": "x", "brackets": "(", "slashes": "a/", "times": "14:05 \n\n", "quotes": "\"said ",
		"wrapped": "these words are a line of a wrapped paragraph that goes on and on\n", "dates": "3 May 2031\n\n", "capitals": "A. B ",
	} {
		t.Run(name, func(t *testing.T) {
			small, large := duration(t, strings.Repeat(unit, 5_000)), duration(t, strings.Repeat(unit, 80_000))
			if large > 100*small && large > time.Second {
				t.Errorf("16 times the text took %v after %v", large, small)
			}
		})
	}
}

func duration(t *testing.T, raw string) time.Duration {
	t.Helper()
	start := time.Now()
	err := New(nil).Annotate(t.Context(), &article.Article{Raw: raw})
	if err != nil && !errors.Is(err, ErrEmpty) {
		t.Fatal(err)
	}
	return time.Since(start)
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{
		"icon aicon bicon cicon dicon eicon ficon gicon\n25 Dec, 2031 11:06\n\nHeadline here now\n\nBy Ada Karlin\n\n" + lead, "VELIN, Dec 25 (Agency) – “It’s so,” he said. (Photo: Tom/AP)\r\n\r\nRead more: x",
		"[Updated 2:19 a.m. ET]: x y\n\nStory highlights One thing\nJane Doe/Reuters", "Title: a b c\nSource: D\n\n>>> x\n’’ Read more’’:", "a/b | © AP\u2028(((Reuters)\n\n", ",–2", "By ,\n\n1:2 () A",
	} {
		f.Add(s, "")
	}
	f.Fuzz(func(t *testing.T, raw, title string) {
		a := &article.Article{Raw: raw, Title: title, Source: "Velin Post", Authors: nil}
		err := New(nil).Annotate(t.Context(), a)
		if err != nil && !errors.Is(err, ErrEmpty) && !errors.Is(err, ErrRaw) {
			t.Fatal(err)
		}
		if err == nil {
			check(t, a)
		}
	})
}

// BenchmarkClean is the stage on an article of about 6 KB.
func BenchmarkClean(b *testing.B) {
	raw := "Home News Sport Politics Business\n\n25 Dec, 2031 11:06\n\nTreaty is near\n\nBy Ada Karlin\n\n"
	for len(raw) < 6000 {
		raw += lead + "\n\n" + more + "\n\nREAD MORE: Fishermen welcome the treaty\n\n"
	}
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		cleaned(b, &article.Article{Raw: raw})
	}
}
