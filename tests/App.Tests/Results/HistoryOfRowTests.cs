using Ita.App.Results;
using Ita.Domain;
using Ita.Domain.Assessment;
using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;

namespace Ita.App.Tests.Results;

/// <summary>How many versions a row keeps, and which it keeps for ever.</summary>
public sealed class HistoryOfRowTests
{
    private static readonly FiscalYear Year = FiscalYear.FromBuddhistEra(2565);

    private static readonly AgencyResult Result =
        AgencyScorer.Score(FrameworkCatalogue.BuiltIn.Get(Year), ScoreSheet.Empty(Year, "HISTORY"), new Agency(Year, "HISTORY"));

    [Theory]
    [InlineData(59, 59, 1)]
    [InlineData(60, 60, 1)]
    [InlineData(61, 60, 2)]
    public void A_row_keeps_sixty_versions(int versions, int kept, int first)
    {
        var row = Versions(versions, "reason", published: 0);

        Assert.Equal((kept, first), (row.History.Length, row.History[0].Version));
        Assert.Equal(versions, row.Version);
    }

    [Fact]
    public void A_published_version_is_kept_whatever_versions_follow()
    {
        var row = Versions(100, "reason", published: 3);

        Assert.Equal((60, 3, 42), (row.History.Length, row.Published, row.History[1].Version));
        Assert.Equal((3, 1), (row.AsPublished().Version, row.AsPublished().History.Length));
    }

    [Fact]
    public void Long_reasons_reduce_the_versions_so_that_the_row_can_be_written()
    {
        var row = Versions(100, new string('ก', 500), published: 3);

        Assert.InRange(((string)row.StateEntity()["history"]!).Length, 29_000, 31_000);
        Assert.Equal((3, 100), (row.History[0].Version, row.History[^1].Version));
    }

    private static ResultRow Versions(int count, string reason, int published)
    {
        ResultRow? row = null;
        for (var version = 1; version <= count; version++)
        {
            var stored = new StoredResult(version, StoredResult.Draft, "upload", DateTimeOffset.UnixEpoch, "operator", reason, Result);
            row = ResultRow.Of(stored, $"v{version}.json", "hash", row);
            row = version == published ? row.PublishedNow(DateTimeOffset.UnixEpoch, "operator", "meeting") : row;
        }

        return row!;
    }
}
