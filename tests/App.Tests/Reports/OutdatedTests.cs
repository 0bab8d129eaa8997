using System.Net;
using System.Text;
using System.Text.Json;
using Ita.App.Reports;
using Ita.App.Storage;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.Domain;
using Ita.Reports.Documents;
using Ita.Reports.Text;

namespace Ita.App.Tests.Reports;

/// <summary>A printed report is outdated when it would have another content now; printed again, its old seal is superseded.</summary>
[Collection(AppTests.Name)]
public sealed class OutdatedTests(RunningApp running) : IDisposable
{
    private const string Plan = """[{"measure":"เผยแพร่คู่มือการให้บริการ","issue":1,"items":["I1"]}]""";

    private readonly OpenStorage storage = new(running.Storage);

    [Theory]
    [InlineData("memo", "head")]
    [InlineData("circular", "head")]
    [InlineData("memo", "plan")]
    [InlineData("measures", "plan")]
    [InlineData("check", "plan")]
    [InlineData("circular", "plan")]
    [InlineData("follow-up", "plan")]
    [InlineData("measures", "title")]
    [InlineData("follow-up", "title")]
    [InlineData("follow-up", "follow-up")]
    [InlineData("analysis", "settings")]
    [InlineData("analysis", "remarks")]
    [InlineData("memo", "settings")]
    [InlineData("measures", "settings")]
    [InlineData("analysis", "before")]
    [InlineData("measures", "before")]
    [InlineData("follow-up-memo", "follow-up")]
    [InlineData("follow-up", "after")]
    [InlineData("analysis", "state")]
    [InlineData("memo", "state")]
    [InlineData("measures", "state")]
    public async Task A_changed_input_is_named_and_the_report_can_be_printed_again(string kind, string input)
    {
        var (agency, report) = await PrintedAsync($"OUT-{kind}-{input}", kind);
        var first = await running.Api.JsonAsync(report);
        Assert.Equal(("printed", 0), (first.Status(), first.GetProperty("changes").GetArrayLength()));

        await ChangeAsync(agency, kind, input);

        var outdated = await running.Api.JsonAsync(report);
        var change = Assert.Single(outdated.GetProperty("changes").EnumerateArray());
        Assert.Equal(("outdated", first.Id()), (outdated.Status(), outdated.Id()));
        Assert.Equal(input == "title" ? "plan" : input, change.GetProperty("code").GetString());
        Assert.All(["text", "textEn"], member => Assert.NotEmpty(change.GetProperty(member).GetString()!));
        Assert.Equal("genuine", await VerdictAsync(first));
        var again = await running.Api.PrintedAsync(report);
        Assert.Equal(("printed", 0), (again.Status(), again.GetProperty("changes").GetArrayLength()));
        Assert.NotEqual(first.Id(), again.Id());
        var seal = await running.Api.JsonAsync($"verify/{first.Id()}");
        Assert.Equal(("superseded", again.Id()), (seal.GetProperty("verdict").GetString(), seal.GetProperty("supersededBy").GetString()));
    }

    [Theory]
    [InlineData("analysis", "plan")]
    [InlineData("analysis", "head")]
    [InlineData("memo", "title")]
    [InlineData("measures", "head")]
    [InlineData("memo", "before")]
    [InlineData("analysis", "after")]
    public async Task What_a_report_does_not_contain_makes_it_not_outdated(string kind, string input)
    {
        var (agency, report) = await PrintedAsync($"KEEP-{kind}-{input}", kind);

        await ChangeAsync(agency, "memo", input);

        Assert.Equal("printed", (await running.Api.JsonAsync(report)).Status());
    }

    [Fact]
    public async Task A_draft_that_was_published_is_printed_without_the_mark()
    {
        var (agency, report) = await PrintedAsync("OUT-DRAFT", "measures");

        await ChangeAsync(agency, "measures", "state");
        await running.Api.PrintedAsync(report);

        var row = await new ReportTable(storage).FindAsync(Name(agency, "measures"), CancellationToken.None);
        using var html = await running.Api.GetAsync($"{report}?format=html");
        Assert.Equal(ReportStatus.Printed, row!.Status);
        Assert.DoesNotContain("ร่าง", await html.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_an_older_version_is_outdated_and_its_file_is_not_served_as_the_current_one()
    {
        var (agency, report) = await PrintedAsync("OUT-VERSION", "analysis");

        await running.Api.SentAsync(ScoreFile.Whole(agency, 81m), "newer.csv");

        var outdated = await running.Api.JsonAsync(report);
        Assert.Equal(("outdated", 1), (outdated.Status(), outdated.GetProperty("version").GetInt32()));
        Assert.Equal("version", Assert.Single(outdated.GetProperty("changes").EnumerateArray()).GetProperty("code").GetString());
        await RefusalsTests.RefusedAsync(running.Api.GetAsync($"{report}?format=pdf"), HttpStatusCode.NotFound, "report-not-printed");
        var again = await running.Api.PrintedAsync(report);
        Assert.Equal(("printed", 2), (again.Status(), again.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task A_change_that_is_undone_makes_the_print_current_again()
    {
        var (agency, report) = await PrintedAsync("OUT-UNDONE", "memo");
        await ChangeAsync(agency, "memo", "head");
        Assert.Equal("outdated", (await running.Api.JsonAsync(report)).Status());

        using var undone = await running.Api.PutAsync($"reports/2565/{agency}/memo/head", "{}");

        Assert.Equal("printed", (await running.Api.JsonAsync(report)).Status());
    }

    [Fact]
    public async Task A_record_of_an_earlier_version_of_the_app_is_compared_by_its_contents()
    {
        var (agency, report) = await PrintedAsync("OUT-OLD", "memo");
        await RecordAsync(agency, "memo", row => row with { Inputs = null, AsOf = null });
        Assert.Equal("printed", (await running.Api.JsonAsync(report)).Status());

        await ChangeAsync(agency, "memo", "head");

        var outdated = await running.Api.JsonAsync(report);
        Assert.Equal("outdated", outdated.Status());
        Assert.Equal("contents", Assert.Single(outdated.GetProperty("changes").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal("printed", (await running.Api.PrintedAsync(report)).Status());
    }

    [Fact]
    public async Task Another_version_of_the_program_makes_a_report_outdated_only_when_its_contents_differ()
    {
        var (agency, report) = await PrintedAsync("OUT-PROGRAM", "analysis");
        await RecordAsync(agency, "analysis", row => row with { Inputs = row.Inputs!.Replace("program=", "program=0", StringComparison.Ordinal) });
        Assert.Equal("printed", (await running.Api.JsonAsync(report)).Status());

        await RecordAsync(agency, "analysis", row => row with { Id = new string('0', 32) });

        var outdated = await running.Api.JsonAsync(report);
        Assert.Equal("outdated", outdated.Status());
        Assert.Equal("program", Assert.Single(outdated.GetProperty("changes").EnumerateArray()).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("circular", "outdated")]
    [InlineData("memo", "printed")]
    public async Task Another_public_address_makes_only_the_letter_with_a_link_outdated(string kind, string status)
    {
        var (_, report) = await PrintedAsync($"OUT-ADDRESS-{kind}", kind);
        await using var app = await AppInProcess.StartAsync(
            running.ConnectionString, ("ITA_PUBLIC_URL", "https://other.example.go.th"), ("ITA_READS", "open"));
        using var reader = new Caller(app.Address, null);

        Assert.Equal(status, (await reader.JsonAsync(report)).Status());
    }

    [Fact]
    public async Task A_request_for_unchanged_contents_stores_the_new_inputs_and_prints_nothing()
    {
        var (agency, report) = await PrintedAsync("OUT-SAME", "analysis");
        var before = await RecordAsync(agency, "analysis", row => row with { Inputs = "program=0", AsOf = new DateOnly(2020, 1, 1) });

        using var asked = await running.Api.PostAsync(report);

        Assert.Equal("printed", (await Caller.JsonAsync(asked)).Status());
        var after = await new ReportTable(storage).FindAsync(Name(agency, "analysis"), CancellationToken.None);
        Assert.Equal((before.Id, before.Sha256), (after!.Id, after.Sha256));
        Assert.Contains("state=", after.Inputs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_that_pass_make_no_follow_up_outdated()
    {
        var (agency, report) = await PrintedAsync("OUT-DAY", "follow-up");
        var today = await running.Api.JsonAsync(report);
        await using var app = await AppInProcess.StartAsync(running.ConnectionString);
        await app.Get<ReportPrinter>().PrintAsync(
            Name(agency, "follow-up").ToJob(new DateOnly(2022, 12, 1)), PrintLane.Common, CancellationToken.None);

        var early = await running.Api.JsonAsync(report);

        Assert.NotEqual(today.Id(), early.Id());
        Assert.Equal("printed", early.Status());
        Assert.Equal(today.Id(), (await running.Api.PrintedAsync(report)).Id());
    }

    [Fact]
    public async Task A_summary_is_outdated_by_a_result_that_is_published_corrected_or_added()
    {
        const string Report = "reports/2564/summary?province=Outdatedland";
        const string Header = "fiscal_year,agency_code,province,ind1,ind2,ind3,ind4,ind5,ind6,ind7,ind8,ind9,ind10\n";
        await running.Api.SentAsync($"{Header}2564,OS1,Outdatedland,90,90,90,90,90,90,90,90,90,90\n", "os1.csv");
        await running.Api.PrintedAsync(Report);

        await running.Api.SentAsync($"{Header}2564,OS2,Outdatedland,80,80,80,80,80,80,80,80,80,80\n", "os2.csv");
        Assert.Equal(["results"], Codes(await running.Api.JsonAsync(Report)));
        await running.Api.PrintedAsync(Report);
        await running.Api.SentAsync($"{Header}2564,OS1,Outdatedland,91,90,90,90,90,90,90,90,90,90\n", "os1b.csv");
        Assert.Equal(["results"], Codes(await running.Api.JsonAsync(Report)));
        var last = await running.Api.PrintedAsync(Report);
        foreach (var agency in new[] { "OS1", "OS2" })
        {
            using var published = await running.Api.PostAsync($"results/2564/{agency}/publish");
            Assert.Equal(HttpStatusCode.OK, published.StatusCode);
        }

        Assert.Equal(["state"], Codes(await running.Api.JsonAsync(Report)));
        await running.Api.PrintedAsync(Report);
        Assert.Equal("superseded", await VerdictAsync(last));
    }

    [Fact]
    public async Task An_old_seal_stays_superseded_while_the_report_is_printed_once_more()
    {
        var (agency, report) = await PrintedAsync("OUT-THRICE", "memo");
        var first = await running.Api.JsonAsync(report);
        await ChangeAsync(agency, "memo", "head");
        var second = await running.Api.PrintedAsync(report);

        await RecordAsync(agency, "memo", row => new(ReportStatus.Queued, LastId: row.Id));

        Assert.Equal(("superseded", "genuine"), (await VerdictAsync(first), await VerdictAsync(second)));
    }

    [Fact]
    public async Task A_draft_older_than_the_published_version_does_not_name_a_newer_draft()
    {
        var (agency, report) = await PrintedAsync("OUT-SECRET", "analysis");
        var first = await running.Api.JsonAsync(report);
        await running.Api.SentAsync(ScoreFile.Whole(agency, 81m), "second.csv");
        await ChangeAsync(agency, "analysis", "state");
        await running.Api.SentAsync(ScoreFile.Whole(agency, 82m), "third.csv");
        await running.Api.PrintedAsync(report);

        Assert.Equal("genuine", await VerdictAsync(first));
    }

    [Fact]
    public async Task A_reader_without_a_key_learns_of_no_draft_that_was_printed_before()
    {
        var (agency, report) = await PrintedAsync("OUT-PUBLIC", "analysis");
        await running.Api.SentAsync(ScoreFile.Whole(agency, 81m), "public.csv");
        await ChangeAsync(agency, "analysis", "state");
        await using var app = await AppInProcess.StartAsync(running.ConnectionString, ("ITA_READS", "keyed"));
        using var stranger = new Caller(app.Address, null);

        await RefusalsTests.RefusedAsync(stranger.GetAsync(report), HttpStatusCode.NotFound, "report-not-printed");
        Assert.Equal("outdated", (await running.Api.JsonAsync(report)).Status());
    }

    public void Dispose() => storage.Dispose();

    private static string[] Codes(JsonElement report) =>
        [.. report.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("code").GetString()!)];

    private static ReportName Name(string agency, string kind) =>
        new(FiscalYear.FromBuddhistEra(2565), agency, ReportKind.Find(kind)!, 1, Digits.Arabic);

    private async Task<(string Agency, string Report)> PrintedAsync(string agency, string kind)
    {
        agency = agency.ToUpperInvariant();
        await running.Api.SentAsync(ScoreFile.Whole(agency, 80m), $"{agency}.csv");
        using (var put = await running.Api.PutAsync($"measures/2565/{agency}", Plan))
        {
            Assert.True(put.IsSuccessStatusCode);
        }

        var report = $"reports/2565/{agency}/{kind}";
        Assert.Equal("printed", (await running.Api.PrintedAsync(report)).Status());
        return (agency, report);
    }

    private async Task<ReportRow> RecordAsync(string agency, string kind, Func<ReportRow, ReportRow> change)
    {
        ReportRow? changed = null;
        await new ReportTable(storage).ChangeAsync(Name(agency, kind), row => changed = change(row!), CancellationToken.None);
        return changed!;
    }

    private async Task ChangeAsync(string agency, string kind, string input)
    {
        using var answer = await (input switch
        {
            "head" => running.Api.PutAsync($"reports/2565/{agency}/{(kind == "circular" ? kind : "memo")}/head", """{"addressee":"นายกเทศมนตรี"}"""),
            "plan" => running.Api.PutAsync($"measures/2565/{agency}", "[]"),
            "title" => running.Api.PutAsync($"measures/2565/{agency}", Plan.Replace("คู่มือการให้บริการ", "คู่มือฉบับปรับปรุง", StringComparison.Ordinal)),
            "follow-up" => FollowAsync(agency),
            "settings" => running.Api.PutAsync($"reports/2565/{agency}/settings", """{"lowLimit":75,"addressee":"ปลัดเทศบาล"}"""),
            "remarks" => WriteAsync(agency),
            "before" => SendAsync(2564, agency),
            "after" => SendAsync(2566, agency),
            "state" => running.Api.PostAsync($"results/2565/{agency}/publish"),
            _ => throw new ArgumentOutOfRangeException(nameof(input), input, "No such input."),
        });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private Task<HttpResponseMessage> FollowAsync(string agency) => running.Api.SendAsync(
        HttpMethod.Patch,
        $"measures/2565/{agency}/m01",
        new StringContent("""{"percent":60,"status":"started","result":"เผยแพร่แล้ว"}""", Encoding.UTF8, "application/json"));

    private async Task<HttpResponseMessage> WriteAsync(string agency)
    {
        await running.Api.SentAsync($"fiscal_year,agency_code,item,text\n2565,{agency},O1,ควรปรับปรุง\n", $"{agency}-remarks.csv");
        return await running.Api.GetAsync($"remarks/2565/{agency}");
    }

    private async Task<HttpResponseMessage> SendAsync(int year, string agency)
    {
        await running.Api.SentAsync(ScoreFile.Whole(year, [agency], (_, _) => 75m), $"{agency}-{year}.csv");
        return await running.Api.GetAsync($"results/{year}/{agency}");
    }

    private async Task<string?> VerdictAsync(JsonElement report) =>
        (await running.Api.JsonAsync($"verify/{report.Id()}")).GetProperty("verdict").GetString();
}
