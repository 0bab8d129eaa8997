using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.EndToEnd;

/// <summary>A printed report can be verified: genuine, altered, superseded or unknown.</summary>
[Collection(AppTests.Name)]
public sealed class SealsTests(RunningApp running)
{
    [Theory]
    [InlineData("analysis")]
    [InlineData("measures")]
    [InlineData("follow-up")]
    [InlineData("memo")]
    [InlineData("circular")]
    [InlineData("check")]
    public async Task Every_kind_is_printed_and_its_seal_is_genuine(string kind)
    {
        await running.Api.SentAsync(ScoreFile.Sample("2566-scores-ekkarat.csv"), "ekkarat.csv");

        var report = await running.Api.PrintedAsync($"reports/2566/06150502/{kind}");

        using var pdf = await running.Api.GetAsync($"reports/2566/06150502/{kind}?format=pdf");
        Assert.Equal("%PDF"u8.ToArray(), (await pdf.Content.ReadAsByteArrayAsync())[..4]);
        var seal = await VerifiedAsync(report, report.GetProperty("sha256").GetString());
        Assert.Equal(("genuine", kind), (seal.GetProperty("verdict").GetString(), seal.GetProperty("kind").GetString()));
        var typed = $"%20{report.GetProperty("sha256").GetString()!.ToUpperInvariant()}%20";
        Assert.Equal("genuine", (await VerifiedAsync(report, typed)).GetProperty("verdict").GetString());
        Assert.Equal("notGenuine", (await VerifiedAsync(report, new string('0', 64))).GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task A_report_of_an_older_version_names_the_one_that_replaced_it()
    {
        var csv = ScoreFile.Whole("SEALED", 87m);
        await running.Api.SentAsync(csv, "sealed.csv");
        var first = await running.Api.PrintedAsync("reports/2565/SEALED/analysis");
        await running.Api.SentAsync(csv.Replace("SEALED,I1,87.00", "SEALED,I1,97.00", StringComparison.Ordinal), "sealed2.csv");
        var second = await running.Api.PrintedAsync("reports/2565/SEALED/analysis");

        var seal = await VerifiedAsync(first, null);

        Assert.Equal("superseded", seal.GetProperty("verdict").GetString());
        Assert.Equal(second.Id(), seal.GetProperty("supersededBy").GetString());
    }

    [Fact]
    public async Task A_published_report_names_no_draft_that_would_replace_it()
    {
        var csv = ScoreFile.Whole("SEALDRAFT", 87m);
        await running.Api.SentAsync(csv, "sealdraft.csv");
        var first = await running.Api.PrintedAsync("reports/2565/SEALDRAFT/analysis");
        using var published = await running.Api.PostAsync("results/2565/SEALDRAFT/publish");
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);
        await running.Api.SentAsync(csv.Replace("SEALDRAFT,I1,87.00", "SEALDRAFT,I1,97.00", StringComparison.Ordinal), "sealdraft2.csv");
        var draft = await running.Api.PrintedAsync("reports/2565/SEALDRAFT/analysis");

        var before = await VerifiedAsync(first, null);
        using var again = await running.Api.PostAsync("results/2565/SEALDRAFT/publish");
        var after = await VerifiedAsync(first, null);

        Assert.Equal(("genuine", "null"), (before.GetProperty("verdict").GetString(), before.GetProperty("supersededBy").GetRawText()));
        Assert.Equal(("superseded", draft.Id()), (after.GetProperty("verdict").GetString(), after.GetProperty("supersededBy").GetString()));
    }

    [Fact]
    public async Task A_changed_plan_makes_a_new_print_of_the_same_version()
    {
        await running.Api.SentAsync(ScoreFile.Whole("PLANNED", 80m), "planned.csv");
        var first = await running.Api.PrintedAsync("reports/2565/PLANNED/measures");
        using var put = await running.Api.PutAsync("measures/2565/PLANNED", """[{"measure":"เผยแพร่คู่มือ","issue":1,"items":["I1"]}]""");
        var second = await running.Api.PrintedAsync("reports/2565/PLANNED/measures");
        var again = await running.Api.PrintedAsync("reports/2565/PLANNED/measures");

        Assert.NotEqual(first.Id(), second.Id());
        Assert.Equal(second.GetRawText(), again.GetRawText());
    }

    [Fact]
    public async Task A_seal_that_was_never_issued_is_unknown()
    {
        using var answer = await running.Api.GetAsync($"verify/{new string('a', 32)}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("unknown", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task A_province_is_summarised_with_both_means_and_printed()
    {
        await running.Api.SentAsync(
            "fiscal_year,agency_code,province,ind1,ind2,ind3,ind4,ind5,ind6,ind7,ind8,ind9,ind10\n"
            + "2564,S1,Summed,90,90,90,90,90,90,90,90,90,90\n2564,S2,Summed,80,80,80,80,80,80,80,80,80,80\n", "summed.csv");

        var summary = await running.Api.JsonAsync("summaries/2564?province=Summed");
        var now = summary.GetProperty("now");

        Assert.Equal(
            ("85.00", "85.00", "50.00"),
            (now.GetProperty("meanOfTotals").GetRawText(), now.GetProperty("totalOfMeans").GetRawText(), now.GetProperty("share").GetRawText()));
        Assert.Equal("printed", (await running.Api.PrintedAsync("reports/2564/summary?province=Summed")).Status());
        using var none = await running.Api.GetAsync("summaries/2564?province=Nowhere");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    private Task<JsonElement> VerifiedAsync(JsonElement report, string? sha256) =>
        running.Api.JsonAsync($"verify/{report.Id()}{(sha256 is null ? "" : $"?sha256={sha256}")}");
}
