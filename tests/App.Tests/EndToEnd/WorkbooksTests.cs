using System.Globalization;
using System.Net;
using System.Text;
using ExcelDataReader;
using Ita.App.Tests.Hosting;
using Ita.App.Web;

namespace Ita.App.Tests.EndToEnd;

/// <summary>Every table that can be downloaded as CSV can be downloaded as workbook, and so can every form.</summary>
[Collection(AppTests.Name)]
public sealed class WorkbooksTests(RunningApp running)
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Registry = "fiscal_year,agency_code,agency_name,agency_type,province\n"
        + "2564,0007001,เทศบาลตำบลหนึ่ง,เทศบาลตำบล,ระนอง\n2564,0007002,เทศบาลตำบลสอง,เทศบาลตำบล,จ.ระนอง\n2564,0007003,เทศบาลตำบลสาม,เทศบาลตำบล,สตูล\n";

    // ExcelDataReader asks for the code page of old workbooks before it looks at the file.
    static WorkbooksTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("results/2564?format=csv", "results/2564?format=xlsx", "results-2564.xlsx")]
    [InlineData("results/2564/0WORKBOOK?format=csv", "results/2564/0WORKBOOK?format=xlsx", "2564-0WORKBOOK.xlsx")]
    [InlineData("rankings/2564?format=csv", "rankings/2564?format=xlsx", "rankings-2564.xlsx")]
    public async Task A_table_has_the_same_cells_as_workbook(string csv, string workbook, string name)
    {
        await running.Api.SentAsync(
            "fiscal_year,agency_code,agency_name,item,name,score,respondents\n2564,0WORKBOOK,=1+1,I1,1-2,94.80,51\n"
                + "2564,0WORKBOOK,=1+1,I2,@SUM,66.666666666666666666666666667,3\n2564,0WORKBOOK,=1+1,TOTAL,,87.10,\n",
            "workbook.csv");

        using var answer = await running.Api.GetAsync(workbook);

        Assert.Equal((MediaType, name), (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.FileName));
        Same(CsvText.Parse(await BytesAsync(csv)), Rows(await answer.Content.ReadAsByteArrayAsync()));
    }

    [Fact]
    public async Task Problems_of_an_upload_have_the_same_cells_as_workbook()
    {
        var upload = await running.Api.SentAsync(
            "fiscal_year,agency_code,item,score\n2564,E1,I1,=1+1\n2564,E1,I2,\"ก, \"\"ข\"\"\nค\"\n", "wrong.csv");

        var rows = Rows(await BytesAsync($"uploads/{upload.Id()}/errors.xlsx"));

        Same(CsvText.Parse(await BytesAsync($"uploads/{upload.Id()}/errors.csv")), rows);
        Assert.Contains(rows, row => row[0] is double and 2);
    }

    [Fact]
    public async Task A_downloaded_result_can_be_uploaded_again_and_changes_nothing()
    {
        await running.Api.SentAsync(
            "fiscal_year,agency_code,item,name,score,respondents\n2566,0BACKXLSX,IND4,การใช้งบประมาณ,80,\n"
                + "2566,0BACKXLSX,I1,,66.666666666666666666666666667,3\n2566,0BACKXLSX,I2,,94.810,3\n2566,0BACKXLSX,es1,,70.10,\n",
            "back-xlsx.csv");

        var upload = await running.Api.SentAsync(await BytesAsync("results/2566/0BACKXLSX?format=xlsx"), "back-xlsx.xlsx");

        Assert.Equal(("accepted", 0), (upload.Status(), upload.GetProperty("counts").GetProperty("resultsChanged").GetInt32()));
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task A_form_of_a_province_has_its_agencies_and_can_be_uploaded_unchanged(string format)
    {
        await running.Api.SentAsync(Registry, "registry.csv");

        var form = await BytesAsync($"templates/totals.{format}?fiscalYear=2564&province=จังหวัดระนอง");
        var upload = await running.Api.SentAsync(form, $"totals.{format}");

        var rows = format == "csv" ? CsvText.Parse(form) : Rows(form).Select(row => row.Select(Text).ToArray());
        Assert.Equal(
            ["2564 0007001 เทศบาลตำบลหนึ่ง เทศบาลตำบล ระนอง", "2564 0007002 เทศบาลตำบลสอง เทศบาลตำบล ระนอง"],
            rows.Skip(1).Select(row => string.Join(' ', row.Take(5))));
        Assert.Equal(("accepted", 0), (upload.Status(), upload.GetProperty("problemCount").GetInt32()));
    }

    [Fact]
    public async Task A_form_of_a_province_has_what_the_caller_may_read()
    {
        await running.Api.SentAsync(Registry, "registry.csv");
        using var made = await running.Api.PostAsync("keys", new StringContent("""{"scope":"agency","agency":"0007001","note":"แบบฟอร์ม"}"""));
        using var own = new Caller(running.App.Host.Address, (await Caller.JsonAsync(made)).GetProperty("key").GetString());
        using var form = await own.GetAsync("templates/scores.xlsx?fiscalYear=2564&province=ระนอง");

        Assert.Equal(["0007001"], Rows(await form.Content.ReadAsByteArrayAsync()).Skip(1).Select(row => row[1]).Distinct());
        await RefusalsTests.RefusedAsync(
            own.GetAsync("templates/scores.xlsx?fiscalYear=2564&province=สตูล"), HttpStatusCode.NotFound, "template-province-empty");
        await RefusalsTests.RefusedAsync(
            running.Api.GetAsync("templates/scores.xlsx?fiscalYear=2564&province=สตูล&agency=0007001"), HttpStatusCode.BadRequest, "template-scope");
    }

    private async Task<byte[]> BytesAsync(string path)
    {
        using var answer = await running.Api.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static void Same(IReadOnlyList<string[]> csv, List<object?[]> workbook)
    {
        Assert.True(csv.Count > 1);
        Assert.Equal(csv.Select(row => row.Select(Plain)), workbook.Select(row => row.Select(Text).Select(Plain)));
    }

    /// <summary>A number without the zeros at its end, which a workbook holds in the format of the cell.</summary>
    private static string Plain(string cell) => decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        ? number.ToString("0.############################", CultureInfo.InvariantCulture)
        : cell;

    private static string Text(object? cell) => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";

    private static List<object?[]> Rows(byte[] workbook)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(workbook));
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        }

        return rows;
    }
}
