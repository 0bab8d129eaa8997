using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.EndToEnd;

/// <summary>Reports over HTTP, printed by the real browser.</summary>
[Collection(AppTests.Name)]
public sealed class ReportsTests(RunningApp running)
{
    private const string Path = "reports/2567/06471804/analysis";

    [Theory]
    [InlineData("")]
    [InlineData("digits=thai")]
    public async Task An_analysis_is_printed_and_has_the_hash_in_its_status(string digits)
    {
        await SampleAsync();
        var status = await running.Api.PrintedAsync($"{Path}?{digits}");
        using var answer = await running.Api.GetAsync($"{Path}?format=pdf&{digits}");
        var pdf = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("%PDF", Encoding.ASCII.GetString(pdf, 0, 8), StringComparison.Ordinal);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(pdf)), status.GetProperty("sha256").GetString());
        Assert.Equal(pdf.Length, status.GetProperty("bytes").GetInt32());
    }

    [Fact]
    public async Task A_report_requested_again_is_not_printed_again()
    {
        await SampleAsync();
        var first = await running.Api.PrintedAsync(Path);
        using var again = await running.Api.PostAsync(Path);

        Assert.Equal(first.GetRawText(), (await Caller.JsonAsync(again)).GetRawText());
    }

    [Theory]
    [InlineData("", "96.74")]
    [InlineData("&digits=thai", "๙๖.๗๔")]
    public async Task As_html_a_report_is_available_at_once_in_the_requested_digits(string digits, string total)
    {
        await SampleAsync();
        using var answer = await running.Api.GetAsync($"{Path}?format=html{digits}");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("แมดนาท่ม", html, StringComparison.Ordinal);
        Assert.Contains(total, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_without_data_is_refused()
    {
        await SampleAsync();

        await RefusalsTests.RefusedAsync(running.Api.GetAsync("reports/2567/06471804/horoscope"), HttpStatusCode.NotFound, "unknown-report");
        await RefusalsTests.RefusedAsync(running.Api.PostAsync("reports/2567/06471804/horoscope"), HttpStatusCode.NotFound, "unknown-report");
        await RefusalsTests.RefusedAsync(running.Api.PostAsync("reports/2567/NOBODY/analysis"), HttpStatusCode.NotFound, "not-found");
        await RefusalsTests.RefusedAsync(running.Api.GetAsync($"{Path}?format=odt"), HttpStatusCode.BadRequest, "format-unknown");
        await RefusalsTests.RefusedAsync(running.Api.GetAsync($"{Path}?format=html&digits=roman"), HttpStatusCode.BadRequest, "digits-unknown");
    }

    [Fact]
    public async Task A_report_that_was_not_requested_is_not_printed()
    {
        await running.Api.SentAsync(ScoreFile.Whole("UNPRINTED", 87m));

        await RefusalsTests.RefusedAsync(running.Api.GetAsync("reports/2565/UNPRINTED/analysis"), HttpStatusCode.NotFound, "report-not-printed");
        await RefusalsTests.RefusedAsync(
            running.Api.GetAsync("reports/2565/UNPRINTED/analysis?format=pdf"), HttpStatusCode.NotFound, "report-not-printed");
    }

    [Fact]
    public async Task The_check_sheet_names_the_source_that_the_analysis_leaves_out()
    {
        await SampleAsync();
        using var check = await running.Api.GetAsync("reports/2567/06471804/check?format=html");
        using var analysis = await running.Api.GetAsync($"{Path}?format=html");

        Assert.Contains("2567-indicators.csv", await check.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("2567-indicators.csv", await analysis.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_lists_the_registered_agencies_that_sent_nothing()
    {
        foreach (var (code, registered) in new[] { ("SILENT-1", "true"), ("SILENT-2", "true"), ("SILENT-3", "false") })
        {
            using var stored = await running.Api.PutAsync(
                $"agencies/2564/{code}", $$"""{"agencyName":"หน่วยงาน {{code}}","province":"ระนอง","registered":{{registered}}}""");
            Assert.Equal(HttpStatusCode.OK, stored.StatusCode);
        }

        await running.Api.SentAsync(ScoreFile.Whole(2564, ["SILENT-1"], (_, _) => 87m));
        using var answer = await running.Api.GetAsync("reports/2564/summary?province=ระนอง&format=html");
        var html = await answer.Content.ReadAsStringAsync();
        var silent = html[html.IndexOf("หน่วยงานในทะเบียนที่ยังไม่มีข้อมูลคะแนน</caption>", StringComparison.Ordinal)..];

        Assert.Contains("หน่วยงาน SILENT-2", silent, StringComparison.Ordinal);
        Assert.DoesNotContain("หน่วยงาน SILENT-1", silent, StringComparison.Ordinal);
        Assert.DoesNotContain("หน่วยงาน SILENT-3", silent, StringComparison.Ordinal);
    }

    private Task SampleAsync() => running.Api.SentAsync(ScoreFile.Sample("2567-indicators.csv"), "2567-indicators.csv");
}
