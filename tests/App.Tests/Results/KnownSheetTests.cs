using Ita.App.Results;
using Ita.App.Storage;
using Ita.App.Uploads;
using Ita.Domain;
using Ita.Domain.Scoring;

namespace Ita.App.Tests.Results;

/// <summary>The merged figures of an agency do not depend on the order in which its uploads were processed, nor on how
/// often.</summary>
public sealed class KnownSheetTests
{
    private static readonly FiscalYear Year = FiscalYear.FromBuddhistEra(2565);
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly string[] Ratings = ["A", "AA", "B"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 100)];

    [Theory, MemberData(nameof(Seeds))]
    public void Uploads_in_any_order_and_any_number_of_times_result_in_one_sheet(int seed)
    {
        var chance = new Random(seed);
        var uploads = Uploads(chance);
        var once = Merged(uploads);

        var shuffled = uploads.Concat(uploads).Concat(uploads).ToArray();
        chance.Shuffle(shuffled);

        Assert.Equal(Told(once), Told(Merged(shuffled)));
    }

    [Fact]
    public void The_upload_received_last_wins_even_when_it_is_processed_first()
    {
        var sheet = Merged([Stated("late", 2, 90m), Stated("early", 1, 80m)]);

        Assert.Equal(90m, sheet.Scores.Values.Single().Score);
    }

    [Fact]
    public void A_figure_reset_to_its_earlier_value_belongs_to_the_last_upload()
    {
        Sent[] uploads = [Stated("first", 1, 80m), Stated("wrong", 2, 90m), Stated("back", 3, 80.00m)];

        Assert.Equal(Told(Merged(uploads)), Told(Merged([uploads[0], uploads[2], uploads[1]])));
    }

    [Fact]
    public void Two_uploads_of_the_same_instant_are_ordered_by_their_id()
    {
        Sent[] uploads = [Stated("b", 1, 80m), Stated("a", 1, 90m)];

        Assert.Equal(Told(Merged(uploads)), Told(Merged(uploads.Reverse())));
    }

    private static KnownSheet Merged(IEnumerable<Sent> uploads) =>
        uploads.Aggregate(KnownSheet.Empty, (known, sent) => known.With(sent.Sheet, sent.Upload, sent.At));

    // Few values and few times, so that equal ones occur.
    private static List<Sent> Uploads(Random chance) => [.. Enumerable.Range(1, chance.Next(1, 6)).Select(number =>
        new Sent($"upload{number}", Start.AddMinutes(chance.Next(4)), Sheet(chance)))];

    private static ScoreSheet Sheet(Random chance) => ScoreSheet.Empty(Year, "X") with
    {
        Scores = Enumerable.Range(1, 4).Where(_ => chance.Next(3) > 0).ToImmutableSortedDictionary(
            item => new ScoreKey($"I{item}"),
            item => new GivenScore(
                new decimal(chance.Next(3) * 10, 0, 0, false, (byte)chance.Next(2)), chance.Next(3) == 0 ? 5 : null, ScoreSource.Line(item))),
        PublishedRating = chance.Next(2) == 0 ? null : Ratings[chance.Next(Ratings.Length)],
    };

    private static Sent Stated(string upload, int minute, decimal score) => new(upload, Start.AddMinutes(minute), ScoreSheet.Empty(Year, "X") with
    {
        Scores = ScoreDictionary.Empty.With(new("I1"), new(score, Source: ScoreSource.Line(2))),
    });

    private static string Told(KnownSheet sheet) => StoredJson.Write(sheet);

    private sealed record Sent(string Upload, DateTimeOffset At, ScoreSheet Sheet);
}
