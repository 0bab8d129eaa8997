using System.Net;
using System.Text.RegularExpressions;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Surveys;

namespace Ita.App.Tests.EndToEnd;

/// <summary>The drafts of a filtered list are published at once, and the list is a CSV file too.</summary>
[Collection(AppTests.Name)]
public sealed partial class BodyPublishTests(RunningApp running) : IDisposable
{
    private readonly OfficersForms forms = new(running.App.Host.Address);

    [Fact]
    public async Task All_drafts_of_the_filter_are_published_with_the_reason_and_no_other()
    {
        await SentAsync("PUBA", "PUBA1", "PUBA2");
        await SentAsync("PUBAX", "PUBAX1");
        var page = await ShownAsync("publish?province=จังหวัดPUBA");

        var (status, address) = await PostAsync("publish?province=จังหวัดPUBA", page, "ที่ประชุมรับรองแล้ว");

        Assert.Contains("จะประกาศผลฉบับร่าง 2 หน่วยงาน", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, status);
        Assert.EndsWith("published=2", address, StringComparison.Ordinal);
        Assert.Equal(("published", "published", "draft"), (await StateAsync("PUBA1"), await StateAsync("PUBA2"), await StateAsync("PUBAX1")));
        var version = (await running.Api.JsonAsync("results/2565/PUBA1/versions")).GetProperty("versions")[0];
        Assert.Equal("ที่ประชุมรับรองแล้ว", version.GetProperty("publishReason").GetString());
        Assert.Contains("ไม่มีผลฉบับร่าง", await ShownAsync("publish?province=จังหวัดPUBA"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_changed_since_the_page_was_opened_is_not_published_and_the_reason_is_kept()
    {
        await SentAsync("PUBB", "PUBB1");
        var page = await ShownAsync("publish?province=จังหวัดPUBB");
        await running.Api.SentAsync(ScoreFile.Whole("PUBB1", 71m), "changed.csv");

        var (status, again) = await PostAsync("publish?province=จังหวัดPUBB", page, "เหตุผลที่พิมพ์ไว้");

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("value=\"เหตุผลที่พิมพ์ไว้\"", again, StringComparison.Ordinal);
        Assert.Equal("draft", await StateAsync("PUBB1"));
    }

    [Fact]
    public async Task A_reason_that_is_too_long_is_refused_at_its_field()
    {
        await SentAsync("PUBC", "PUBC1");
        var page = await ShownAsync("publish?province=จังหวัดPUBC");

        var (status, again) = await PostAsync("publish?province=จังหวัดPUBC", page, new string('ก', 10_000));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("<a href=\"#reason\"", again, StringComparison.Ordinal);
        Assert.Equal("draft", await StateAsync("PUBC1"));
    }

    [Fact]
    public async Task An_agency_with_an_open_survey_is_refused_and_stops_no_other()
    {
        await running.Api.SentAsync(
            "fiscal_year,agency_code,agency_name,province\n2567,PUBD1,PUBD1,จังหวัดPUBD\n2567,PUBD2,PUBD2,จังหวัดPUBD\n", "PUBD.csv");
        await running.Api.SentAsync(ScoreFile.Whole(2567, ["PUBD1", "PUBD2"], (_, _) => 80m), "PUBD-scores.csv");
        var page = await ShownAsync("publish?province=จังหวัดPUBD", 2567);
        await new SurveyCalls(running, "PUBD1").OpenAsync();

        var (status, shown) = await PostAsync("publish?province=จังหวัดPUBD", page, "ครบกำหนด", 2567);

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("ประกาศไม่ได้ 1 หน่วยงาน", shown, StringComparison.Ordinal);
        Assert.Equal(("draft", "published"), (await StateAsync("PUBD1", 2567), await StateAsync("PUBD2", 2567)));
        Assert.Contains("ฉบับร่างที่ยังประกาศไม่ได้ 1 หน่วยงาน", shown, StringComparison.Ordinal);
        Assert.Contains("ยังประกาศไม่ได้: แบบวัดนี้ยังไม่ปิด", await forms.ShownAsync("agencies/2567?province=จังหวัดPUBD"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2", HttpStatusCode.SeeOther, "published")]
    [InlineData("1", HttpStatusCode.Conflict, "draft")]
    [InlineData("", HttpStatusCode.Conflict, "draft")]
    public async Task One_result_is_published_only_in_the_version_that_its_page_has_shown(string version, HttpStatusCode status, string state)
    {
        var agency = $"PUBF{version}";
        await running.Api.SentAsync(ScoreFile.Whole(agency, 80m), $"{agency}.csv");
        await running.Api.SentAsync(ScoreFile.Whole(agency, 81m), $"{agency}-changed.csv");

        var answer = await forms.PostAsync($"results/2565/{agency}/publish", ("reason", "ครบกำหนด"), ("version", version));

        Assert.Equal(status, answer.Status);
        Assert.Equal(state, await StateAsync(agency));
        var page = await forms.ShownAsync($"results/2565/{agency}");
        Assert.Equal(state == "draft", page.Contains("name=\"version\" value=\"2\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_is_a_file_with_every_body_of_the_filter()
    {
        await SentAsync("PUBE", "PUBE1");

        var file = await ShownAsync("list.csv?province=จังหวัดPUBE&order=total");

        var lines = file.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Equal("2565,\"PUBE1\",\"PUBE1\",,\"จังหวัดPUBE\",\"draft\",,80.00,,", lines[1][..lines[1].LastIndexOf(',')] + ",");
        Assert.Contains("\"nothingSent\"", lines[2], StringComparison.Ordinal);
    }

    public void Dispose() => forms.Dispose();

    // Scored agencies of a province, and one that sent nothing.
    private async Task SentAsync(string name, params string[] codes)
    {
        var rows = codes.Append($"{name}-NONE").Select(code => $"2565,{code},{code},จังหวัด{name}\n");
        await running.Api.SentAsync("fiscal_year,agency_code,agency_name,province\n" + string.Concat(rows), $"{name}.csv");
        await running.Api.SentAsync(ScoreFile.Whole(2565, codes, (_, _) => 80m), $"{name}-scores.csv");
    }

    private async Task<string?> StateAsync(string agency, int year = 2565) =>
        (await running.Api.ResultAsync(year, agency)).GetProperty("state").GetString();

    private Task<(HttpStatusCode Status, string Page)> PostAsync(string page, string shown, string reason, int year = 2565) => forms.PostAsync(
        $"agencies/{year}/{page}", ("codes", Hidden(shown, "codes")), ("versions", Hidden(shown, "versions")), ("reason", reason));

    private Task<string> ShownAsync(string page, int year = 2565) => forms.ShownAsync($"agencies/{year}/{page}");

    private static string Hidden(string page, string name) =>
        HiddenField().Matches(page).Single(field => field.Groups["name"].Value == name).Groups["value"].Value;

    [GeneratedRegex("type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]+)\"")]
    private static partial Regex HiddenField();
}
