using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Ita.App.Tests.Hosting;
using Ita.Reports.Documents;

namespace Ita.App.Tests.EndToEnd;

/// <summary>2568 and 2569, whose rules are public in part: files of each kind give results, and every document with figures states what is
/// assumed.</summary>
[Collection(AppTests.Name)]
public sealed partial class PartlyKnownYearsTests(RunningApp running)
{
    private const string Note = "ข้อมูลกรอบบางส่วนยังไม่ยืนยัน";

    [Theory]
    [InlineData(2568, 28)]
    [InlineData(2569, 26)]
    public async Task Files_of_each_kind_give_documents_that_state_what_is_assumed(int year, int items)
    {
        var agency = $"PARTLY-{year}";
        var indicators = string.Join(',', Enumerable.Range(1, 10).Select(number => (85 + number).ToString("0.00", CultureInfo.InvariantCulture)));
        string[] files =
        [
            $"fiscal_year,agency_code,agency_name,agency_type,province\n{year},{agency},เทศบาลตำบลตัวอย่าง,เทศบาลตำบล,สกลนคร\n",
            "fiscal_year,agency_code," + string.Join(',', Enumerable.Range(1, 10).Select(number => $"IND{number}"))
                + $",TOTAL\n{year},{agency},{indicators},90.50\n",
            "fiscal_year,agency_code,item,score,evidence_url\n"
                + string.Concat(Enumerable.Range(1, items)
                    .Select(item => $"{year},{agency},O{item},{(item == 3 ? 0 : 100)},https://www.example.go.th/o{item}\n")),
            $"fiscal_year,agency_code,measure,items\n{year},{agency},เผยแพร่ข้อมูลพื้นฐานให้ครบถ้วน,O3\n",
        ];
        foreach (var (file, place) in files.Select((file, place) => (file, place)))
        {
            var sent = await running.Api.SentAsync(file, $"{agency}-{place}.csv");
            Assert.True(sent.GetProperty("status").GetString()!.StartsWith("accepted", StringComparison.Ordinal), sent.GetRawText());
        }

        var silent = new List<string>();
        foreach (var kind in ReportKind.All.Where(kind => kind != ReportKind.Circular))
        {
            var subject = kind.IsOfOneAgency ? $"{agency}/{kind.Code}" : kind.Code;
            using var answer = await running.Api.GetAsync($"reports/{year}/{subject}?format=html");
            Assert.Equal((kind.Code, HttpStatusCode.OK), (kind.Code, answer.StatusCode));
            var text = WebUtility.HtmlDecode(Tags().Replace(await answer.Content.ReadAsStringAsync(), ""));
            if (!text.Contains(Note, StringComparison.Ordinal))
            {
                silent.Add(kind.Code);
            }
        }

        Assert.Equal([], silent);
    }

    // A page has tags at the places where a line may break.
    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
