using System.Net;
using System.Text;
using System.Text.Json;
using Ita.App.Tests.Hosting;
using Ita.Domain;
using Ita.Domain.Frameworks;

namespace Ita.App.Tests.EndToEnd;

/// <summary>The other kinds of file, from the upload to the result.</summary>
[Collection(AppTests.Name)]
public sealed class KindsTests(RunningApp running)
{
    [Fact]
    public async Task Answer_sheets_give_the_mean_and_n_computed_by_hand()
    {
        // 33 x 100, 15 x 67, 3 x 33: the FY 2566 sheets with the printed score 86.35 (docs/sources).
        var sheets = Enumerable.Repeat("มากที่สุด", 33).Concat(Enumerable.Repeat("มาก", 15)).Concat(Enumerable.Repeat("น้อย", 3));
        var csv = "fiscal_year,agency_code,instrument,i1\n" + string.Concat(sheets.Select(answer => $"2566,SURVEY,IIT,{answer}\n"));

        var upload = await running.Api.SentAsync(csv, "answers.csv");
        var item = (await running.Api.ResultAsync(2566, "SURVEY")).Indicator(1).GetProperty("items")[0];

        Assert.Equal("responses", upload.GetProperty("kind").GetString());
        Assert.Equal(("86.35", 51), (item.GetProperty("score").GetRawText(), item.GetProperty("n").GetInt32()));
    }

    [Fact]
    public async Task A_checklist_keeps_its_remarks_for_key_holders()
    {
        var items = FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(2567)).Items.Where(item => item.Code.StartsWith('O'));
        var csv = "fiscal_year,agency_code,item,score,url,comment\n"
            + string.Concat(items.Select(
                item => $"2567,CHECK,{item.Code},{(item.Code == "O14" ? 0 : 100)},https://www.example.go.th/{item.Code},remark on {item.Code}\n"));
        await running.Api.SentAsync(csv, "checklist.csv");

        Assert.Equal("95.00", (await running.Api.ResultAsync(2567, "CHECK")).Indicator("9").Split(' ')[0]);
        var evidence = (await running.Api.JsonAsync("results/2567/CHECK/evidence")).GetProperty("items").EnumerateArray().ToList();
        Assert.Contains(evidence, one => one.GetProperty("item").GetString() == "O14" && one.GetProperty("comment").GetString() == "remark on O14");
        using var stranger = new Caller(running.App.Host.Address, null);
        using var refused = await stranger.GetAsync("results/2567/CHECK/evidence");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Theory]
    [InlineData("scores")]
    [InlineData("indicators")]
    [InlineData("checklist")]
    [InlineData("responses")]
    [InlineData("agencies")]
    [InlineData("measures")]
    [InlineData("totals")]
    [InlineData("settings")]
    [InlineData("remarks")]
    public async Task A_template_can_be_uploaded_unchanged_without_a_problem(string kind)
    {
        using var form = await running.Api.GetAsync($"templates/{kind}.csv?fiscalYear=2567&agency=FORM-{kind}");
        var upload = await running.Api.SentAsync(await form.Content.ReadAsByteArrayAsync(), $"{kind}.csv");

        Assert.Equal(("accepted", 0, kind), (upload.Status(), upload.GetProperty("problemCount").GetInt32(), upload.GetProperty("kind").GetString()));

        using var workbook = await running.Api.GetAsync($"templates/{kind}.xlsx?fiscalYear=2567&agency=FORM-{kind}");
        var again = await running.Api.SentAsync(await workbook.Content.ReadAsByteArrayAsync(), $"{kind}.xlsx");

        Assert.Equal(("accepted", 0, kind), (again.Status(), again.GetProperty("problemCount").GetInt32(), again.GetProperty("kind").GetString()));
        Assert.Equal(0, again.GetProperty("counts").GetProperty("resultsChanged").GetInt32());
    }

    [Fact]
    public async Task A_file_is_accepted_as_a_body_and_in_a_form()
    {
        var csv = ScoreFile.Whole("CURLED", 71m);
        var raw = new StringContent(csv, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var form = new MultipartFormDataContent { { new StringContent(csv), "file", "คะแนน 66 %3F.csv" } };

        using var sent = await running.Api.PostAsync("uploads?dryRun=true", raw);
        using var filled = await running.Api.PostAsync("uploads?dryRun=true", form);

        Assert.Equal("71.00", (await Caller.JsonAsync(sent)).GetProperty("results")[0].Total());
        Assert.Equal("71.00", (await Caller.JsonAsync(filled)).GetProperty("results")[0].Total());
    }

    [Fact]
    public async Task A_plan_sent_as_a_file_is_a_plan()
    {
        await running.Api.SentAsync(
            "fiscal_year,agency_code,issue,items,measure,steps,period,responsible,monitoring,status,percent\n"
            + "2566,PLANFILE,1,\"I7, I8\",จัดทำคู่มือ,1) ร่าง 2) เผยแพร่,ต.ค. 2566 - ก.ย. 2567,สำนักปลัด,รายงานรอบ 6 เดือน,อยู่ระหว่างดำเนินการ,๔๐\n", "plan.csv");

        var measure = (await running.Api.JsonAsync("measures/2566/PLANFILE")).GetProperty("measures")[0].GetProperty("measure");

        Assert.Equal(
            ("จัดทำคู่มือ", "started", "40"),
            (measure.GetProperty("measure").GetString(), measure.GetProperty("status").GetString(), measure.GetProperty("percent").GetRawText()));
    }

    [Fact]
    public async Task One_file_in_seven_formats_has_one_result()
    {
        var csv = Encoding.UTF8.GetString(ScoreFile.Sample("2566-scores-ekkarat.csv")).TrimStart('\ufeff');
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[][] forms =
        [
            Encoding.UTF8.GetBytes(csv),
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv)],
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(csv)],
            Encoding.GetEncoding(874).GetBytes(csv),
            Encoding.UTF8.GetBytes(csv.Replace(',', ';')),
            Encoding.UTF8.GetBytes(csv.Replace(',', '\t')),
            Encoding.UTF8.GetBytes(WithThaiDigits(csv)),
        ];
        var results = new List<string>();
        for (var form = 0; form < forms.Length; form++)
        {
            using var answer = await running.Api.PostAsync("uploads?dryRun=true&name=form.csv", new ByteArrayContent(forms[form]));
            results.Add(Results(await Caller.JsonAsync(answer)));
        }

        Assert.Single(results.Distinct());
        Assert.Contains("91.61", results[0], StringComparison.Ordinal);
    }

    // Thai digits in agency codes only look different: Intake reads both forms as the same code.
    private static string WithThaiDigits(string csv) =>
        string.Concat(csv.Select(letter => char.IsAsciiDigit(letter) ? (char)(letter - '0' + '๐') : letter));

    // Sources contain the id of the upload; everything else must be equal.
    private static string Results(JsonElement dryRun) => dryRun.GetProperty("results").GetRawText();
}
