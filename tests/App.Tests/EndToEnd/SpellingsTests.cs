using System.Net;
using System.Text;
using System.Text.Json;
using Ita.App.Tests.Hosting;
using Ita.App.Tests.Runs;

namespace Ita.App.Tests.EndToEnd;

/// <summary>Codes, names, provinces and types have one spelling, in files and in calls.</summary>
[Collection(AppTests.Name)]
public sealed class SpellingsTests(RunningApp running)
{
    private const string Header = "fiscal_year,agency_code,agency_name,agency_type,province,item,score\n";

    [Theory]
    [InlineData("พะเยา")]
    [InlineData("จังหวัดพะเยา")]
    [InlineData("จ.พะเยา")]
    [InlineData("Phayao")]
    public async Task Agencies_are_found_under_any_spelling_of_their_province_and_type(string province)
    {
        await running.Api.SentAsync(
            Header + "2563,PLACE-1,ก,อบต.,พะเยา,TOTAL,90\n2563,PLACE-2,ข,องค์การบริหารส่วนตําบล,จังหวัดพะเยา,TOTAL,80\n"
            + "2563,PLACE-3,ค,ทต.,จ. พะเยา,TOTAL,70\n");

        var summary = await running.Api.JsonAsync($"summaries/2563?province={Uri.EscapeDataString(province)}&type={Uri.EscapeDataString("อบต")}");
        var ranking = await running.Api.JsonAsync($"rankings/2563?province={Uri.EscapeDataString(province)}");
        var result = await running.Api.ResultAsync(2563, "PLACE-3");

        Assert.Equal((2, "พะเยา"), (summary.GetProperty("now").GetProperty("agencies").GetInt32(), summary.GetProperty("province").GetString()));
        Assert.Equal(3, ranking.GetProperty("agencies").GetInt32());
        Assert.Equal(("เทศบาลตำบล", "พะเยา"), (result.GetProperty("agencyType").GetString(), result.GetProperty("province").GetString()));
    }

    [Theory]
    [InlineData("rankings/2563?province=พะเยว", "province-unknown", "พะเยา")]
    [InlineData("summaries/2563?province=Chang Mai", "province-unknown", "เชียงใหม่")]
    [InlineData("rankings/2563?type=เทศบาลตำบน", "agency-type-unknown", "เทศบาลตำบล")]
    [InlineData("summaries/2563?type=องค์การบริหารส่วนตำบน", "agency-type-unknown", "องค์การบริหารส่วนตำบล")]
    [InlineData("reports/2563/summary?province=พะเยว", "province-unknown", "พะเยา")]
    [InlineData("reports/2563/summary?province=Chang Mai&format=html", "province-unknown", "เชียงใหม่")]
    [InlineData("reports/2563/summary?type=เทศบาลตำบน&format=pdf", "agency-type-unknown", "เทศบาลตำบล")]
    public async Task An_unknown_province_or_type_is_not_found_and_the_nearest_is_named(string path, string code, string nearest)
    {
        using var answer = await running.Api.GetAsync(path);

        var problem = await Caller.JsonAsync(answer);
        Assert.Equal((HttpStatusCode.NotFound, code), (answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Contains(nearest, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_of_a_province_is_the_same_run_in_every_spelling()
    {
        await running.Api.SentAsync(Header + "2565,RUN-PLACE,ก,อบต.,จ.สตูล,TOTAL,90\n");

        var run = await running.Api.StartedAsync(RunNation.Order("จังหวัดสตูล", "result"));
        var again = await running.Api.StartedAsync(RunNation.Order("สตูล", "result"));

        Assert.Equal((run.Id(), "สตูล"), (again.Id(), run.GetProperty("scope").GetProperty("province").GetString()));
        Assert.Equal(1, (await running.Api.FinishedAsync(run.Id())).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("""{"fiscalYear":2564,"scope":{"province":"อ่างทองง"}}""", HttpStatusCode.BadRequest, "province-unknown")]
    [InlineData("""{"fiscalYear":2564,"scope":{"type":"อบล."}}""", HttpStatusCode.BadRequest, "agency-type-unknown")]
    [InlineData("""{"fiscalYear":2564,"scope":{"province":"จังหวัดบึงกาฬ"}}""", HttpStatusCode.NotFound, "run-scope-empty")]
    [InlineData("""{"fiscalYear":2564,"scope":{"province":"บึงกาฬ","type":"อบต."}}""", HttpStatusCode.NotFound, "run-scope-empty")]
    [InlineData("""{"fiscalYear":2564,"scope":{"agencies":["1٢3"]}}""", HttpStatusCode.BadRequest, "run-scope-invalid")]
    public async Task A_run_without_agencies_is_refused_with_the_reason(string order, HttpStatusCode status, string code)
    {
        using var answer = await running.Api.PostAsync("runs", RunCalls.Body(order));

        Assert.Equal((status, code), (answer.StatusCode, (await Caller.JsonAsync(answer)).GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_registry_entry_is_stored_in_one_spelling()
    {
        using var put = await running.Api.PutAsync(
            "agencies/2563/PUT-NAME", """{"agencyName":"อบต.เเม่แรง\uF70A\u200B","agencyType":"อบต.","province":"กทม.","district":"นํ้า"}""");

        var agency = await Caller.JsonAsync(put);
        Assert.Equal(
            "อบต.แม่แรง่|องค์การบริหารส่วนตำบล|กรุงเทพมหานคร|น้ำ",
            string.Join('|', new[] { "agencyName", "agencyType", "province", "district" }.Select(name => agency.GetProperty(name).GetString())));
    }

    [Theory]
    [InlineData("""{"province":"เชียงใหญ่"}""", "เชียงใหม่")]
    [InlineData("""{"agencyName":"à¸­à¸šà¸•"}""", "UTF-8")]
    [InlineData("""{"agencyName":"ÍºµàÍ¡ÃÒª"}""", "UTF-8")]
    [InlineData("""{"agencyName":"ก\uE000"}""", "PDF")]
    [InlineData("""{"agencyName":"ก\u0081"}""", "UTF-8")]
    public async Task A_registry_entry_with_an_unusable_text_is_refused(string json, string cure)
    {
        using var put = await running.Api.PutAsync("agencies/2563/PUT-WRONG", json);

        var problem = await Caller.JsonAsync(put);
        Assert.Equal((HttpStatusCode.BadRequest, "agency-invalid"), (put.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Contains(cure, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        using var none = await running.Api.GetAsync("agencies/2563/PUT-WRONG");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task A_measure_is_stored_with_the_usual_letters_of_a_pdf_file()
    {
        await running.Api.SentAsync("fiscal_year,agency_code,item,score\n2566,PDF-TEXT,TOTAL,90\n");

        using var put = await running.Api.PutAsync("measures/2566/PDF-TEXT", """[{"id":"m01","measure":"เป\uF712น","steps":["ท\uF702\uF705"]}]""");

        var measures = await put.Content.ReadAsStringAsync();
        Assert.Contains("\"เป็น\"", measures, StringComparison.Ordinal);
        Assert.Contains("\"ที่\"", measures, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("results/2563/SPELT%E2%80%8B")]
    [InlineData("results/2563/%EF%BC%B3PELT")]
    [InlineData("results/2563/SPELT%EF%B8%8F")]
    [InlineData("agencies/2563/%D9%A1%D9%A2")]
    [InlineData("agencies/2563/%D0%90%31")]
    public async Task An_address_has_a_code_in_its_one_spelling_only(string path)
    {
        await running.Api.SentAsync("fiscal_year,agency_code,item,score\n2563,ＳPELT\uFE0F,TOTAL,90\n");

        using var answer = await running.Api.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("90.00", (await running.Api.ResultAsync(2563, "SPELT")).Total());
    }

    [Fact]
    public async Task A_code_that_lost_its_zero_is_refused_while_the_registered_agency_has_the_same_name()
    {
        await running.Api.SentAsync("fiscal_year,agency_code,agency_name\n2563,09150502,องค์การบริหารส่วนตำบลศูนย์\n");
        var csv = "fiscal_year,agency_code,item,score,agency_name\n2563,9150502,TOTAL,90,อบต.ศูนย์\n";

        var dry = await Caller.JsonAsync(await running.Api.PostAsync("uploads?dryRun=true", new StringContent(csv, Encoding.UTF8, "text/csv")));
        var upload = await running.Api.SentAsync(csv, "zeros.csv");

        Assert.Contains("code-of-known-agency", Codes(dry));
        Assert.Contains("code-of-known-agency", Codes(upload));
        Assert.Equal("refused", upload.Status());
        await running.Api.PutAsync("agencies/2563/9150502", """{"agencyName":"อบต.ศูนย์"}""");
        Assert.Equal(["code-zeros"], Codes(await running.Api.SentAsync(csv, "zeros.csv")));
    }

    [Fact]
    public async Task A_code_that_lost_its_zero_is_reported_when_the_scored_agency_has_no_name()
    {
        await running.Api.SentAsync("fiscal_year,agency_code,item,score\n2563,09150503,TOTAL,90\n");

        Assert.Equal(["code-zeros"], Codes(await running.Api.SentAsync("fiscal_year,agency_code,item,score\n2563,9150503,TOTAL,80\n", "zeros.csv")));
    }

    private static IEnumerable<string> Codes(JsonElement upload) =>
        upload.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("code").GetString()!);
}
