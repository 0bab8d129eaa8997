using System.Net;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.EndToEnd;

/// <summary>The page of a province or the nation shows the figures of the summary of the API.</summary>
[Collection(AppTests.Name)]
public sealed class SummaryPageTests(RunningApp running)
{
    private const string Province = "จังหวัดภาพรวม";

    [Fact]
    public async Task The_figures_are_those_of_the_api_and_the_document_opens()
    {
        await running.Api.SentAsync(
            $"fiscal_year,agency_code,item,score,agency_name,province\n2565,SUMP1,TOTAL,90.00,ก,{Province}\n2565,SUMP2,TOTAL,80.50,ข,{Province}\n",
            "summary-page.csv");

        var (status, page) = await ShownAsync($"summaries/2565?province={Province}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("85.25", page, StringComparison.Ordinal);
        Assert.Contains("1 หน่วยงาน ร้อยละ 50.00", page, StringComparison.Ordinal);
        using var document = await running.Api.GetAsync($"reports/2565/summary?format=html&province={Uri.EscapeDataString(Province)}");
        Assert.Equal(HttpStatusCode.OK, document.StatusCode);
        Assert.Contains($"/api/v1/reports/2565/summary?format=html&province={Uri.EscapeDataString(Province)}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_result_is_in_the_page_that_was_shown_before()
    {
        const string Place = "จังหวัดภาพรวมใหม่";
        await running.Api.SentAsync(
            $"fiscal_year,agency_code,item,score,province\n2565,SUMN1,TOTAL,90.00,{Place}\n2565,SUMN1,IND1,91.13,{Place}\n", "new-1.csv");
        var before = (await ShownAsync($"summaries/2565?province={Place}")).Page;
        await running.Api.SentAsync($"fiscal_year,agency_code,item,score,province\n2565,SUMN2,TOTAL,70.50,{Place}\n", "new-2.csv");
        var after = (await ShownAsync($"summaries/2565?province={Place}")).Page;

        Assert.Contains("<dt>ค่าเฉลี่ยคะแนนรวม</dt><dd>90.00", before, StringComparison.Ordinal);
        Assert.Contains("1. การปฏิบัติหน้าที่</th><td data-label=\"ค่าเฉลี่ย\" class=\"number\">91.13", before, StringComparison.Ordinal);
        Assert.Contains("<dt>ค่าเฉลี่ยคะแนนรวม</dt><dd>80.25", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_province_that_does_not_exist_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await ShownAsync("summaries/2565?province=จังหวัดที่ไม่มีอยู่")).Status);
    }

    private async Task<(HttpStatusCode Status, string Page)> ShownAsync(string page)
    {
        using var http = PatientClient.Of(running.App.Host.Address, AppOnHost.Key, follows: true);
        using var answer = await http.GetAsync(new Uri($"/api/app/{page}", UriKind.Relative));
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
