using System.Text;
using Ita.App.Results;
using Ita.App.Storage;
using Ita.Domain;
using Ita.Domain.Assessment;
using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;

namespace Ita.App.Tests.Storage;

public sealed class StoredJsonTests
{
    private static readonly FiscalYear Year = FiscalYear.FromBuddhistEra(2566);

    public static TheoryData<string> Sheets => ["", "IIT=96.10 EIT=92.20 OIT=100", "IND1=90.5", "E1@EIT1=80.00 E1@EIT2=90 TOTAL=12.34"];

    [Theory]
    [MemberData(nameof(Sheets))]
    public void A_stored_result_is_read_back_complete(string scores)
    {
        var result = Scored(scores);

        var read = StoredJson.Read<AgencyResult>(StoredJson.Bytes(result));

        Assert.Equal(Described(result), Described(read));
        Assert.Equal(StoredJson.Write(result), StoredJson.Write(read));
    }

    [Fact]
    public void Computed_members_are_not_stored()
    {
        var json = StoredJson.Write(new StoredResult(1, StoredResult.Draft, "upload", DateTimeOffset.UnixEpoch, "test", null, Scored("IND1=90.5")));

        Assert.DoesNotContain("\"indicators\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"instruments\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("[]", json.Replace("\"findings\":[]", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("\"text\"", json, StringComparison.Ordinal);
    }

    private static AgencyResult Scored(string scores)
    {
        var sheet = scores.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToImmutableSortedDictionary(
            pair => ScoreKey.Parse(pair[0]),
            pair => new GivenScore(decimal.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture), 7, ScoreSource.Of("upload line 2")));
        return AgencyScorer.Score(
            FrameworkCatalogue.BuiltIn.Get(Year), new ScoreSheet(Year, "A1", sheet), new Agency(Year, "A1", "ตัวอย่าง", InternalStaff: 20));
    }

    // Every member of every node, including computed ones.
    private static string Described(AgencyResult result)
    {
        var text = new StringBuilder(
            $"{result.Agency} {result.MethodVersion} {result.Rating.GetType().Name} {result.Rating.BandName} {result.Rating.Why.Text}\n");
        foreach (var node in result.Total.SelfAndBelow())
        {
            var plain = node with { Children = [], Parts = [], Reason = null };
            text.Append($"{plain} {node.Reason?.Text} {node.Children.Length} {node.Parts.Length}\n");
        }

        return text.AppendJoin('\n', result.Findings.Select(finding => $"{finding.Code} {finding.Where} {finding.Text}")).ToString();
    }
}
