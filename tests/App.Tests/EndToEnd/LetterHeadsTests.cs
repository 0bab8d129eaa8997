using System.Net;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.EndToEnd;

/// <summary>The letter head of a memo or a circular, and its effect on the printed report.</summary>
[Collection(AppTests.Name)]
public sealed class LetterHeadsTests(RunningApp running)
{
    private const string Head =
        """{"addressee":"นายกเทศมนตรี","number":"ลป 1/2569","date":"2026-03-02","signatories":[{"position":"ปลัดเทศบาล"}],"copiesTo":["กองคลัง"]}""";

    [Theory]
    [InlineData("memo")]
    [InlineData("follow-up-memo")]
    [InlineData("circular")]
    public async Task A_filled_in_letterhead_is_returned_and_makes_another_print(string kind)
    {
        var agency = $"HEADED{kind.ToUpperInvariant()}";
        await running.Api.SentAsync(ScoreFile.Whole(agency, 80m), $"{agency}.csv");
        var blank = await PrintedAsync($"reports/2565/{agency}/{kind}");

        using var put = await running.Api.PutAsync($"reports/2565/{agency}/{kind}/head", Head);

        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal("นายกเทศมนตรี", (await running.Api.JsonAsync($"reports/2565/{agency}/{kind}/head")).GetProperty("addressee").GetString());
        using var page = await running.Api.GetAsync($"reports/2565/{agency}/{kind}?format=html&digits=thai");
        var html = await page.Content.ReadAsStringAsync();
        Assert.All(
            (string[])["นายกเทศมนตรี", "ลป ๑/๒๕๖๙", "๒\u00a0มีนาคม ๒๕๖๙", "ปลัดเทศบาล", "กองคลัง"],
            words => Assert.Contains(words, html, StringComparison.Ordinal));
        var filled = await PrintedAsync($"reports/2565/{agency}/{kind}");
        Assert.NotEqual(blank, filled);
        Assert.Equal("superseded", (await running.Api.JsonAsync($"verify/{blank}")).GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task A_letterhead_without_values_is_blank() =>
        Assert.Equal(
            System.Text.Json.JsonValueKind.Null,
            (await running.Api.JsonAsync("reports/2565/UNHEADED/memo/head")).GetProperty("addressee").ValueKind);

    [Theory]
    [InlineData("memo", "no JSON", HttpStatusCode.BadRequest, "head-invalid")]
    [InlineData("memo", """{"date":"2 มีนาคม 2569"}""", HttpStatusCode.BadRequest, "head-invalid")]
    [InlineData("memo", """{"addressee":"a\u0000b"}""", HttpStatusCode.BadRequest, "head-invalid")]
    [InlineData("memo", """{"address":["1","2","3","4","5","6","7","8","9"]}""", HttpStatusCode.BadRequest, "head-invalid")]
    [InlineData("memo", """{"signatories":[null]}""", HttpStatusCode.BadRequest, "head-invalid")]
    [InlineData("analysis", Head, HttpStatusCode.NotFound, "unknown-report")]
    public async Task A_wrong_letterhead_is_refused(string kind, string head, HttpStatusCode status, string code) =>
        await RefusalsTests.RefusedAsync(running.Api.PutAsync($"reports/2565/UNHEADED/{kind}/head", head), status, code);

    [Fact]
    public async Task Signatories_are_shown_to_key_holders_only()
    {
        using var stranger = new Caller(running.App.Host.Address, null);

        await RefusalsTests.RefusedAsync(stranger.GetAsync("reports/2565/UNHEADED/memo/head"), HttpStatusCode.Unauthorized, "key-required");
    }

    private async Task<string> PrintedAsync(string report)
    {
        using var asked = await running.Api.PostAsync(report);
        return (await Eventually.AsWishedAsync(
            () => running.Api.JsonAsync(report), status => status.Status() == "printed", $"{report} printed")).Id();
    }
}
