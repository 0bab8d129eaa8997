using Azure.Data.Tables;
using Ita.App.Results;
using Ita.App.Storage;
using Ita.Domain.Ranking;
using Ita.Domain.Scoring;

namespace Ita.App.Tests.Results;

/// <summary>Results and rows that were stored when a score without data had the status of one that is not processed.</summary>
public sealed class OlderStatusTests
{
    [Theory]
    [InlineData("""{"code":"no-data","places":{}}""", ScoreStatus.NoData)]
    [InlineData("""{"code":"incomplete","places":{"missing":"O4"}}""", ScoreStatus.Bounded)]
    [InlineData("""{"code":"below-minimum-sample","places":{"n":"10","minimum":"40"}}""", ScoreStatus.NotProcessed)]
    [InlineData("""{"code":"not-registered","places":{}}""", ScoreStatus.NotProcessed)]
    [InlineData("""{"code":"part-not-processed","places":{"parts":"EIT1"}}""", ScoreStatus.NotProcessed)]
    [InlineData("""{"code":"suppressed-few","places":{"fewest":"5"}}""", ScoreStatus.Withheld)]
    [InlineData("""{"code":"suppressed-beside","places":{}}""", ScoreStatus.Withheld)]
    public void A_stored_score_that_was_called_not_processed_is_shown_by_its_reason(string reason, ScoreStatus expected)
    {
        var bounds = expected == ScoreStatus.Bounded ? """{"low":90,"high":95}""" : """{"low":0,"high":100}""";
        var node = StoredJson.Read<ScoreNode>(
            $$"""{"level":"instrument","key":"OIT","name":"OIT","status":"notProcessed","formula":"","reason":{{reason}},"bounds":{{bounds}}}""");

        Assert.Equal((ScoreStatus.NotProcessed, expected), (node.Status, node.StatusShown));
    }

    [Theory]
    [InlineData("หน่วยงานไม่ได้ลงทะเบียนเข้าร่วมการประเมิน จึงไม่มีผลคะแนน", WithoutTotal.NotProcessed)]
    [InlineData("ไม่เปิดเผย เนื่องจากมีผู้ตอบน้อยกว่า 5 คน", WithoutTotal.Withheld)]
    [InlineData("ข้อมูลไม่ครบ ยังขาด OIT", WithoutTotal.NoData)]
    [InlineData("ไม่มีข้อมูลคะแนน", WithoutTotal.NoData)]
    [InlineData(null, WithoutTotal.NoData)]
    public void A_stored_row_is_listed_by_its_sentence(string? sentence, WithoutTotal expected) =>
        Assert.Equal(expected, TotalReason.Read(new TableEntity("2566", "10") { [TotalReason.Sentence] = sentence }));

    [Theory]
    [InlineData(ScoreStatus.NotProcessed, "not-registered", WithoutTotal.NotProcessed)]
    [InlineData(ScoreStatus.NotProcessed, "suppressed-beside", WithoutTotal.Withheld)]
    [InlineData(ScoreStatus.NoData, "no-data", WithoutTotal.NoData)]
    [InlineData(ScoreStatus.Bounded, "incomplete", WithoutTotal.NoData)]
    public void A_new_row_states_the_kind(ScoreStatus status, string reason, WithoutTotal expected)
    {
        var row = new TableEntity("2566", "10");

        TotalReason.Write(row, new()
        {
            Level = Level.Total,
            Key = ScoreKey.Total,
            Name = "",
            Formula = "",
            Status = status,
            Reason = Reason.Of(reason, ("missing", "O4")),
        });

        Assert.Equal(expected, TotalReason.Read(row));
    }
}
