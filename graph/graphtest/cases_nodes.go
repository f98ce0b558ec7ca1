package graphtest

import (
	"errors"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

func nodeCases() []testCase {
	return []testCase{
		{"in the order of the ids, nil for what is not there", func(b *bench) {
			b.load(meeting())
			article := graph.ArticleID("meeting")
			j := same(graph.KindPerson, "Ada", "Bob")
			b.judge(j)
			ids := []graph.NodeID{
				entityID("Nobody"), article, graph.StatementID(article, 1), graph.StatementID(article, 2), entityID("Rex Tillerson"),
				article, graph.ArticleID("no such"), graph.JudgementID(&j), entityID("Ada"),
			}
			var got []graph.NodeID
			for _, n := range ok(b.graph.Nodes(b.ctx, ids))(b) {
				if n == nil {
					got = append(got, "")
					continue
				}
				got = append(got, n.NodeID())
			}
			equal(b, "ids", got, []graph.NodeID{"", article, ids[2], "", ids[4], article, "", "", ""})
			equal(b, "no ids", len(ok(b.graph.Nodes(b.ctx, nil))(b)), 0)
		}},
		{"a single node that is not there is ErrNotFound", func(b *bench) {
			if _, err := b.graph.Node(b.ctx, entityID("Nobody")); !errors.Is(err, graph.ErrNotFound) {
				b.Errorf("error is %v, want ErrNotFound", err)
			}
		}},
		{"what is not an id is ErrInvalid", func(b *bench) {
			if _, err := b.graph.Nodes(b.ctx, []graph.NodeID{"' OR 1=1 --"}); !errors.Is(err, graph.ErrInvalid) {
				b.Errorf("error is %v, want ErrInvalid", err)
			}
		}},
		{"keys are in the order of the ids, and sorted", func(b *bench) {
			b.load(spellings()...)
			b.judge(same(graph.KindPerson, sergey, sergei))
			equal(b, "keys", ok(b.graph.Keys(b.ctx, []graph.NodeID{entityID(sergey), entityID("Nobody"), entityID(lavrov)}))(b), [][]graph.KeyCount{
				{{Key: personKey(sergei), Articles: 1}, {Key: personKey(sergey), Articles: 1}}, nil, {{Key: personKey(lavrov), Articles: 1}},
			})
		}},
		{"a thousand ids at once", func(b *bench) {
			b.load(meeting())
			ids := make([]graph.NodeID, 1000)
			for i := range ids {
				ids[i] = entityID("Sergey Lavrov")
			}
			equal(b, "nodes", len(ok(b.graph.Nodes(b.ctx, ids))(b)), 1000)
			pages := b.statements(graph.StatementQuery{Anchor: graph.SpokenBy, Of: ids})
			equal(b, "last page", pages[999], []string{"Talks go on."})
		}},
	}
}

func valueCases() []testCase {
	return []testCase{
		{"odd characters come back as they are", func(b *bench) {
			odd := "O'Neil \x00 \"; DROP TABLE x; -- $p {e} \\ \u2028 🜚 e\u0301 \ufeff ٣ العربية"
			s := note(odd, "2017-01-01T00:00:00Z", "Ada "+odd)
			s.title, s.source = odd, odd
			s.said = []said{{what: odd, by: "Ada " + odd, byText: odd}}
			r := s.record(b)
			b.apply(&graph.Batch{Records: []*graph.Record{r}})
			equal(b, "article", ok(b.graph.Articles(b.ctx, &graph.ArticleQuery{Filter: graph.ArticleFilter{Sources: []string{odd}}}))(b)[0].Edges[0].Node, &r.Article)
			equal(b, "text", ok(b.graph.Texts(b.ctx, []graph.NodeID{r.Article.ID}))(b), []string{r.Text})
			equal(b, "statement", b.statements(graph.StatementQuery{}), [][]string{{odd}})
			equal(b, "name", b.lookup(graph.NameQuery{Name: "ada " + odd}), []string{"Ada " + odd})
		}},
		{"names without a word are names", func(b *bench) {
			r := story{key: "one", text: "€ $", who: []who{organization("Euro", "€"), organization("Dollar", "$")}}.record(b)
			r.Actors[0].Name, r.Actors[1].Name = "€", "$"
			b.apply(&graph.Batch{Records: []*graph.Record{r}})
			equal(b, "names", len(b.entities(graph.EntityQuery{})[0]), 2)
			equal(b, "not found by another", b.lookup(graph.NameQuery{Name: "$"}), []string{})
			b.remove("one")
			equal(b, "gone", b.entities(graph.EntityQuery{}), [][]string{{}})
		}},
		{"an article without actors or text", func(b *bench) {
			b.load(story{key: "empty"})
			equal(b, "text", ok(b.graph.Texts(b.ctx, articleIDs("empty")))(b), []string{""})
			equal(b, "mentions", b.mentions(graph.MentionQuery{Anchor: graph.OfArticle, Of: articleIDs("empty")}), [][]string{{}})
			equal(b, "articles", b.articles(graph.ArticleQuery{}), [][]string{{"empty"}})
		}},
		{"a long text", func(b *bench) {
			word := strings.Repeat("x", 100_000)
			s := note("long", "", "Ada")
			s.text += " " + word + strings.Repeat(" filling", 100_000) + " end"
			b.load(s)
			equal(b, "text", ok(b.graph.Texts(b.ctx, articleIDs("long")))(b)[0] == s.text, true)
			equal(b, "found by its last word", b.articles(graph.ArticleQuery{Filter: graph.ArticleFilter{Text: "end ada"}}), [][]string{{"long"}})
			equal(b, "found by a long word", b.articles(graph.ArticleQuery{Filter: graph.ArticleFilter{Text: word}}), [][]string{{"long"}})
		}},
		{"kinds do not mix", func(b *bench) {
			b.load(story{key: "one", text: "Jordan met Jordan", who: []who{person("Jordan", "Jordan"), country("Jordan", "met Jordan")}})
			equal(b, "entities", len(b.entities(graph.EntityQuery{})[0]), 2)
			equal(b, "place", b.entity(placeID("Jordan")).Kind, graph.KindPlace)
		}},
	}
}
