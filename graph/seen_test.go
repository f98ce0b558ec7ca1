package graph

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// odd is a record with all that a sighting can hold.
func odd() *Record {
	text := "Ana 1:Reis, Ana and the Bank: 12:30"
	name := func(at string, form MentionForm) ActorMention {
		start := strings.Index(text, at)
		return ActorMention{Span: Span{Start: start, End: start + len(at)}, Form: form}
	}
	return &Record{
		Article: Article{ID: ArticleID("odd"), PublishedAt: time.Unix(1e9, 0).UTC()},
		Text:    text,
		Actors: []Actor{
			{Key: "PERSON:ana 1 reis", Name: "Ana 1:Reis", Mentions: []ActorMention{name("Ana 1:Reis", FormName), name("Ana", FormName), name("the", FormTitle)}},
			{Key: "ORGANIZATION:bank 12 30", Name: "Bank: 12:30", Mentions: []ActorMention{name("Bank: 12:30", FormTitle)}},
			{Key: "EVENT:MEET|PERSON:ana 1 reis|||2001-01", Name: "Ana meets"},
		},
		Roles: []RoleRecord{
			{Person: "PERSON:ana 1 reis", Title: "head: chief", Of: "ORGANIZATION:bank 12 30"},
			{Person: "PERSON:ana 1 reis", Title: "banker"},
		},
	}
}

func TestSeen(t *testing.T) {
	t.Parallel()
	r := odd()
	seen, err := UnpackSeen(r.Article.ID, r.Article.PublishedAt, PackSeen(r))
	if err != nil {
		t.Fatal(err)
	}
	want, _ := sightingsOf([]*Record{r})
	got := map[Key][]Sighting{}
	for key := range want {
		s, err := seen.Of(key)
		if err != nil {
			t.Fatal(err)
		}
		got[key] = []Sighting{s}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sightings (-want +got):\n%s", diff)
	}
	if _, err := seen.Of("PERSON:nobody"); !errors.Is(err, ErrInvalid) {
		t.Errorf("of a key that is not mentioned: %v", err)
	}
}

func FuzzUnpackSeen(f *testing.F) {
	for _, packed := range []string{"", PackSeen(odd()), "1:a", "1:a2:x", "-1:a", "9:a", "1:a4:1:n1:1", "1:a0:"} {
		f.Add(packed)
	}
	f.Fuzz(func(t *testing.T, packed string) {
		seen, err := UnpackSeen("a_0", time.Time{}, packed)
		if err != nil {
			if !errors.Is(err, ErrInvalid) {
				t.Errorf("error %v, want ErrInvalid", err)
			}
			return
		}
		for _, key := range seen.with {
			if _, err := seen.Of(key); err != nil && !errors.Is(err, ErrInvalid) {
				t.Errorf("error %v, want ErrInvalid", err)
			}
		}
	})
}
