using System.Net;
using System.Text;
using System.Text.Json;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.EndToEnd;

/// <summary>A year that exists only as an uploaded framework is walked through the whole product.</summary>
[Collection(AppTests.Name)]
public sealed class UploadedYearTests(RunningApp running)
{
    private const int Year = 2571;
    private const string Agency = "INVENTED-1";

    private Caller Api => running.Api;

    [Fact]
    public async Task A_year_that_is_only_uploaded_works_from_the_framework_to_the_documents()
    {
        await StoreAsync();
        await ScoreAsync();
        await AskAsync();
        await PlanAsync();
        await PrintAsync();
        await ShowAsync();
        await ChangeAsync();
    }

    [Fact]
    public async Task A_framework_with_faults_is_refused_with_all_of_them_and_stores_nothing()
    {
        var framework = InventedYear.Framework(2573);
        framework["items"]![0]!["scale"] = "likert9";
        framework["items"]![1]!.AsObject().Remove("text");
        framework["instruments"]![0]!["weight"]!["value"] = 41;

        var (status, body) = await Api.PutAsync(2573, framework);

        Assert.Equal((HttpStatusCode.BadRequest, "framework-invalid"), (status, body.GetProperty("code").GetString()));
        var errors = body.GetProperty("errors").EnumerateArray().ToList();
        Assert.Equal(
            ["framework-member-missing", "framework-not-found", "framework-weights-sum"],
            errors.Select(error => error.GetProperty("code").GetString()).Order(StringComparer.Ordinal));
        Assert.All(errors, error => Assert.Equal(1, error.GetProperty("line").GetInt32()));
        using var unknown = await Api.GetAsync("frameworks/2573");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_framework_of_another_year_than_the_address_is_refused() =>
        Assert.Equal("framework-year-differs", (
            await Api.PutAsync(2574, InventedYear.Framework(2573))).Body.GetProperty("errors")[0].GetProperty("code").GetString());

    [Fact]
    public async Task Only_an_operator_may_send_a_framework()
    {
        using var stranger = new Caller(running.App.Host.Address, null);

        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PutAsync(2573, InventedYear.Framework(2573))).Status);
    }

    private async Task StoreAsync()
    {
        var framework = InventedYear.Framework(Year);

        var (checkedStatus, valid) = await Api.PutAsync(Year, framework, "?dryRun=true");
        Assert.Equal(
            (HttpStatusCode.OK, "valid", $"{Year}.1"), (
                checkedStatus, valid.GetProperty("state").GetString(), valid.GetProperty("version").GetString()));
        using (var unknown = await Api.GetAsync($"frameworks/{Year}"))
        {
            Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        }

        var (status, stored) = await Api.PutAsync(Year, framework);
        Assert.Equal((HttpStatusCode.Created, "stored"), (status, stored.GetProperty("state").GetString()));
        Assert.Equal(56, (await Api.JsonAsync($"frameworks/{Year}")).GetProperty("items").GetArrayLength());
        using var form = await Api.GetAsync($"frameworks/{Year}/form.xlsx");
        using var body = new ByteArrayContent(await form.Content.ReadAsByteArrayAsync());
        using var again = await Api.SendAsync(HttpMethod.Put, $"frameworks/{Year}", body);
        Assert.Equal("unchanged", (await Caller.JsonAsync(again)).GetProperty("state").GetString());
    }

    private async Task ScoreAsync()
    {
        using var template = await Api.GetAsync($"templates/scores.csv?fiscalYear={Year}&agency={Agency}");
        Assert.Contains("ข้อสมมุติของการทดสอบที่ I14", await template.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var items = (await Api.JsonAsync($"frameworks/{Year}")).GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("code").GetString()!);
        var upload = await Api.SentAsync("fiscal_year,agency_code,item,score,agency_name\n" + string.Concat(items.Select(
            code => $"{Year},{Agency},{code},{(code is "I1" ? 70 : 100)},องค์การบริหารส่วนตำบลสมมุติ\n")), "invented.csv");
        Assert.StartsWith("accepted", upload.Status(), StringComparison.Ordinal);

        // Indicator 1 is the mean of 70, 100, 100 = 90; IIT (90 + 4 x 100) / 5 = 98; the total 0.4 x 98 + 60 = 99.2.
        var result = await Api.ResultAsync(Year, Agency);
        Assert.Equal(("99.20", InventedYear.Best), (result.GetProperty("total").GetRawText(), result.GetProperty("rating").GetString()));
        Assert.StartsWith($"{Year}.1+", result.GetProperty("methodVersion").GetString(), StringComparison.Ordinal);
        Assert.Contains(InventedYear.Note, result.GetProperty("caveats").GetRawText(), StringComparison.Ordinal);
    }

    private async Task AskAsync()
    {
        var upload = await Api.SentAsync(
            "fiscal_year,agency_code,instrument,ข้อสมมุติของการทดสอบที่ I1,ข้อสมมุติของการทดสอบที่ I2\n"
                + string.Concat(Enumerable.Repeat($"{Year},INVENTED-2,IIT,100,100\n", 6)),
            "answers.csv");
        Assert.Equal(("accepted", "responses"), (upload.Status(), upload.GetProperty("kind").GetString()));

        using var period = await Api.PutAsync($"surveys/{Year}/{Agency}", $$"""{"opens":"{{Year - 543}}-01-01","closes":"{{Year - 543}}-06-30"}""");
        Assert.True(period.IsSuccessStatusCode, await period.Content.ReadAsStringAsync());
        using var sample = await Api.GetAsync($"sample-size?fiscalYear={Year}&internal=100&external=100");
        Assert.Equal(HttpStatusCode.OK, sample.StatusCode);
    }

    private async Task PlanAsync()
    {
        var upload = await Api.SentAsync(
            "fiscal_year,agency_code,issue,items,measure,steps,period,responsible,monitoring,status,percent\n"
                + $"{Year},{Agency},1,I1,มาตรการสมมุติ,ขั้นที่หนึ่ง,ไตรมาสที่ 1-4,สำนักปลัด,รายงาน,,50\n",
            "measures.csv");
        Assert.Equal("accepted", upload.Status());
        Assert.Equal("I1", (
            await Api.JsonAsync(
                $"results/{Year}/{Agency}/analysis")).GetProperty("strengths").GetProperty("weakItems")[0].GetProperty("code").GetString());
        using var plan = await Api.GetAsync($"results/{Year}/{Agency}/plan");
        Assert.Equal(HttpStatusCode.OK, plan.StatusCode);
    }

    private async Task PrintAsync()
    {
        foreach (var kind in (string[])["analysis", "measures", "follow-up", "memo", "check"])
        {
            using var document = await Api.GetAsync($"reports/{Year}/{Agency}/{kind}?format=html");
            var text = await document.Content.ReadAsStringAsync();
            Assert.True(document.IsSuccessStatusCode, $"{kind}: {text}");
            // The class of the note; its text has places for line breaks.
            Assert.Contains("caveats", text, StringComparison.Ordinal);
        }

        using var summary = await Api.GetAsync($"reports/{Year}/summary?format=html");
        Assert.Contains("caveats", await summary.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("printed", (await Api.PrintedAsync($"reports/{Year}/{Agency}/memo")).Status());
    }

    private async Task ShowAsync()
    {
        using var pages = new PageClient(running.App.Host.Address);
        foreach (var page in (string[])
            [
                $"results/{Year}/{Agency}", $"measures/{Year}/{Agency}", $"forms/{Year}/{Agency}", $"rankings/{Year}", $"summaries/{Year}",
                $"agencies/{Year}", $"surveys/{Year}/{Agency}", $"survey-years/{Year}", $"search?year={Year}", "frameworks",
            ])
        {
            Assert.Equal((page, HttpStatusCode.OK), (page, (await pages.GetAsync($"/{page}")).Status));
        }
    }

    private async Task ChangeAsync()
    {
        var changed = InventedYear.Framework(Year, iit: 30);

        var (status, refusal) = await Api.PutAsync(Year, changed);
        Assert.Equal((HttpStatusCode.Conflict, "framework-in-use"), (status, refusal.GetProperty("code").GetString()));
        // 0.3 x 98 + 70 = 99.4 under the changed weights.
        var (_, preview) = await Api.PutAsync(Year, changed, $"?dryRun=true&previewAgency={Agency}");
        Assert.Equal(
            ("99.40", "99.20"),
            (preview.GetProperty("preview").GetProperty("total").GetRawText(), preview.GetProperty("preview").GetProperty("current").GetRawText()));

        var (stored, receipt) = await Api.PutAsync(Year, changed, "?newVersion=true");
        Assert.Equal((HttpStatusCode.Created, $"{Year}.2"), (stored, receipt.GetProperty("version").GetString()));
        var before = await Api.ResultAsync(Year, Agency);
        Assert.StartsWith($"{Year}.1+", before.GetProperty("methodVersion").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            40, (await Api.JsonAsync(
                $"frameworks/{Year}/versions/{Year}.1")).GetProperty("instruments")[0].GetProperty("weight").GetProperty("value").GetInt32());

        await Api.SentAsync($"fiscal_year,agency_code,item,score\n{Year},{Agency},I2,99\n", "more.csv");
        var after = await Api.ResultAsync(Year, Agency);
        Assert.StartsWith($"{Year}.2+", after.GetProperty("methodVersion").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, (await Api.JsonAsync($"frameworks/{Year}/versions")).GetArrayLength());
    }
}
