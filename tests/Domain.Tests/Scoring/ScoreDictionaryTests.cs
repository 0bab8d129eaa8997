using Ita.Domain.Scoring;

namespace Ita.Domain.Tests.Scoring;

public sealed class ScoreDictionaryTests
{
    private static readonly ScoreDictionary Three = ScoreDictionary.Of(Stated("I10", "E1@EIT2", "I2"));

    [Fact]
    public void Scores_are_in_the_order_of_their_keys_whatever_order_they_are_given_in() =>
        Assert.Equal(["E1@EIT2", "I10", "I2"], Three.Select(score => score.Key.ToString()));

    [Fact]
    public void A_score_is_found_by_its_key_and_no_other()
    {
        Assert.Equal(1, Three[new("E1", "EIT2")].Score);
        Assert.False(Three.TryGetValue(new("E1"), out _));
        Assert.False(Three.ContainsKey(new("I1")));
        Assert.Throws<KeyNotFoundException>(() => Three[new("I3")]);
    }

    [Fact]
    public void A_score_put_in_takes_the_place_of_the_one_that_was_there()
    {
        var changed = Three.With(new("I2"), new(99)).With(new("A1"), new(7));

        Assert.Equal([7, 1, 0, 99], changed.Values.Select(given => given.Score));
        Assert.Equal(3, Three.Count);
    }

    [Fact]
    public void A_key_cannot_stand_twice() => Assert.Throws<ArgumentException>(() => ScoreDictionary.Of(Stated("I1", "I1")));

    [Fact]
    public void A_source_is_written_as_the_lines_it_is()
    {
        Assert.Equal("line 5", ScoreSource.Line(5).ToString());
        Assert.Equal("answers in lines 2-4", ScoreSource.Answers(2, 4).ToString());
        Assert.Equal("upload line 2", ScoreSource.Of("upload line 2").ToString());
        Assert.Equal("", default(ScoreSource).ToString());
    }

    private static IEnumerable<KeyValuePair<ScoreKey, GivenScore>> Stated(params string[] keys) =>
        keys.Select((key, place) => KeyValuePair.Create(ScoreKey.Parse(key), new GivenScore(place)));
}
