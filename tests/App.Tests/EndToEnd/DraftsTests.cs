using System.Text;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.EndToEnd;

/// <summary>What documents have only once their result is published, and only where readers can reach the app.</summary>
[Collection(AppTests.Name)]
public sealed class DraftsTests(RunningApp running)
{
    private const string DraftWord = "ร่าง";

    [Theory]
    [InlineData("analysis")]
    [InlineData("measures")]
    [InlineData("follow-up")]
    [InlineData("memo")]
    [InlineData("follow-up-memo")]
    [InlineData("circular")]
    public async Task A_document_has_the_word_draft_until_its_result_is_published(string kind)
    {
        var agency = $"DRAFTED{kind.ToUpperInvariant()}";
        await running.Api.SentAsync(ScoreFile.Whole(agency, 87m), $"{agency}.csv");
        var page = $"reports/2565/{agency}/{kind}?format=html";

        Assert.Contains(DraftWord, await HtmlAsync(running.Api, page), StringComparison.Ordinal);
        using var reason = new StringContent("{\"reason\":\"meeting 3\"}", Encoding.UTF8, "application/json");
        using var published = await running.Api.PostAsync($"results/2565/{agency}/publish", reason);
        Assert.DoesNotContain(DraftWord, await HtmlAsync(running.Api, page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("analysis")]
    [InlineData("memo")]
    [InlineData("circular")]
    public async Task Without_a_public_address_documents_have_neither_seal_nor_code(string kind)
    {
        const string Agency = "UNREACHABLE";
        await running.Api.SentAsync(ScoreFile.Whole(Agency, 87m), $"{Agency}.csv");
        await using var app = await AppOnHost.StartAsync(running.ConnectionString, ("ITA_PUBLIC_URL", ""));
        var page = $"reports/2565/{Agency}/{kind}?format=html";

        Assert.Contains("class=\"qr\"", await HtmlAsync(running.Api, page), StringComparison.Ordinal);
        var unsealed = await HtmlAsync(app.Api, page);
        Assert.DoesNotContain("class=\"qr\"", unsealed, StringComparison.Ordinal);
        Assert.DoesNotContain("localhost:7071", unsealed, StringComparison.Ordinal);
    }

    private static async Task<string> HtmlAsync(Caller caller, string page)
    {
        using var answer = await caller.GetAsync(page);
        return await answer.Content.ReadAsStringAsync();
    }
}
