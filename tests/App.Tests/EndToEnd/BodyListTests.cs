using System.Net;
using System.Text.RegularExpressions;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.EndToEnd;

/// <summary>The list of the bodies of a year, as an assessor uses it: who has sent nothing, what is a draft, and how totals changed.</summary>
[Collection(AppTests.Name)]
public sealed partial class BodyListTests(RunningApp running) : IDisposable
{
    private const string Province = "จังหวัดบัญชีหน่วยงาน";

    private readonly HttpClient http = PatientClient.Of(running.App.Host.Address, AppOnHost.Key, follows: true);

    [Fact]
    public async Task Each_body_has_its_state_its_totals_and_its_change()
    {
        await SentAsync();

        var page = await PageAsync($"?province={Province}");

        Assert.Equal(
            ["LISTA ร่าง 88.00 90.00 +2.00", "LISTB ประกาศแล้ว – 60.00 –", "LISTC ยังไม่ส่ง – – –"],
            Rows(page).Select(row => $"{row[0]} {row[4]} {row[5]} {row[6]} {row[7]}"));
        Assert.Contains("ยังไม่ส่ง 1", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("state=nothingSent", "LISTC")]
    [InlineData("state=draft", "LISTA")]
    [InlineData("state=published", "LISTB")]
    [InlineData("order=total", "LISTA LISTB LISTC")]
    [InlineData("order=change", "LISTA LISTB LISTC")]
    [InlineData("order=name", "LISTC LISTB LISTA")]
    [InlineData("q=LISTB", "LISTB")]
    [InlineData("q=บัญชีซี", "LISTC")]
    [InlineData("q=ไม่มีชื่อนี้", "")]
    [InlineData("page=99", "LISTA LISTB LISTC")]
    public async Task The_list_is_chosen_and_sorted_as_the_form_asks(string query, string expected)
    {
        await SentAsync();

        var page = await PageAsync($"?province={Province}&{query}");

        Assert.Equal(expected, string.Join(' ', Rows(page).Select(row => row[0])));
    }

    public void Dispose() => http.Dispose();

    // Sending the same files again changes nothing.
    private async Task SentAsync()
    {
        await running.Api.SentAsync(
            $"""
            fiscal_year,agency_code,agency_name,province
            2565,LISTA,ฮหน่วยงาน,{Province}
            2565,LISTB,บีหน่วยงาน,{Province}
            2565,LISTC,บัญชีซี,{Province}

            """,
            "list.csv");
        await running.Api.SentAsync(ScoreFile.Whole(2564, ["LISTA"], (_, _) => 88m), "before.csv");
        await running.Api.SentAsync(ScoreFile.Whole("LISTA", 90m), "draft.csv");
        await running.Api.SentAsync(ScoreFile.Whole("LISTB", 60m), "published.csv");
        using var published = await running.Api.PostAsync("results/2565/LISTB/publish", new StringContent("""{"reason":"ครบกำหนด"}"""));
        Assert.True(published.IsSuccessStatusCode);
    }

    // The cells of each row, without the heading.
    private static IEnumerable<ImmutableArray<string>> Rows(string page) => Row().Matches(page).Skip(1)
        .Select(row => Cell().Matches(row.Value).Select(cell => Tag().Replace(cell.Value, "").Trim()).ToImmutableArray());

    private async Task<string> PageAsync(string query)
    {
        using var answer = await http.GetAsync(new Uri($"/api/app/agencies/2565{query}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("<tr.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<t[hd].*?</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex Cell();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
