using System.Text;
using System.Text.Json;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.EndToEnd;

/// <summary>Each invalid file is refused, or accepted without the invalid agency, with the place and the
/// problem.</summary>
[Collection(AppTests.Name)]
public sealed class WrongFilesTests(RunningApp running)
{
    private const string Header = "fiscal_year,agency_code,item,score\n";

    [Theory]
    [InlineData("item", "2565,WRONG,I99,80.00", "unknown-item", "item", "I99")]
    [InlineData("above", "2565,WRONG,I2,100.01", "score-out-of-range", "score", "100.01")]
    [InlineData("below", "2565,WRONG,I2,-1", "score-out-of-range", "score", "-1")]
    [InlineData("letters", "2565,WRONG,I2,abc", "score-not-a-number", "score", "abc")]
    [InlineData("year", "2599,WRONG,I2,80.00", "unknown-year", "fiscal_year", "2599")]
    [InlineData("twice", "2565,WRONG,I1,81.00", "duplicate-item", "score", "81.00")]
    public async Task A_wrong_row_refuses_a_small_file_and_names_the_place(string name, string row, string code, string column, string value)
    {
        var upload = await running.Api.SentAsync($"{Header}2565,WRONG,I1,80.00\n{row}\n", $"{name}.csv");

        Assert.Equal("refused", upload.Status());
        Says(upload, code, 3, column, value);
        await ErrorsHoldAsync(upload, code, $"3,\"{column}\",\"{(value[0] == '-' ? $"'{value}" : value)}\"");
    }

    [Fact]
    public async Task An_invalid_row_excludes_its_agency_and_keeps_the_others()
    {
        var upload = await running.Api.SentAsync(ScoreFile.Whole("GOOD", 85m) + "2565,BAD,I1,100.01\n", "mixed.csv");

        Assert.Equal("acceptedWithProblems", upload.Status());
        Says(upload, "score-out-of-range", 90, "score", "100.01");
        await ErrorsHoldAsync(upload, "score-out-of-range", "90,\"score\",\"100.01\"");
        Assert.Equal("85.00", (await running.Api.ResultAsync(2565, "GOOD")).Total());
        using var bad = await running.Api.GetAsync("results/2565/BAD");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, bad.StatusCode);
    }

    [Fact]
    public async Task An_item_stated_twice_names_both_lines()
    {
        var upload = await running.Api.SentAsync($"{Header}2565,TWICE,I1,80.00\n2565,TWICE,I2,80.00\n2565,TWICE,I1,90.00\n", "twice.csv");

        var text = Says(upload, "duplicate-item", 4, "score", "90.00").GetProperty("textEn").GetString();
        Assert.Contains("Line 4", text, StringComparison.Ordinal);
        Assert.Contains("line 2", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fiscal_year,agency_code,item\n2565,WRONG,I1\n", "missing-columns")]
    [InlineData("", "file-empty")]
    [InlineData("\n \n", "file-empty")]
    [InlineData(Header, "no-rows")]
    [InlineData("\0\u0001\u0002PNG\0\0", "binary-file")]
    [InlineData("%PDF-1.7\nnothing of ours\n", "binary-file")]
    public async Task A_file_that_cannot_be_read_is_refused_whole(string content, string code)
    {
        var upload = await running.Api.SentAsync(content, $"{code}.csv");

        Assert.Equal("refused", upload.Status());
        Assert.Equal(code, upload.GetProperty("problems")[0].GetProperty("code").GetString());
        await ErrorsHoldAsync(upload, code, "");
    }

    private static JsonElement Says(JsonElement upload, string code, int line, string column, string value)
    {
        var problem = Assert.Single(upload.GetProperty("problems").EnumerateArray(), problem => problem.GetProperty("code").GetString() == code);
        Assert.Equal(
            (line, column, value),
            (problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetString(), problem.GetProperty("value").GetString()));
        Assert.Matches("[ก-๙]", problem.GetProperty("text").GetString());
        return problem;
    }

    private async Task ErrorsHoldAsync(JsonElement upload, string code, string row)
    {
        using var answer = await running.Api.GetAsync($"uploads/{upload.Id()}/errors.csv");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var text = Encoding.UTF8.GetString(bytes);

        Assert.Equal(Encoding.UTF8.Preamble, bytes.AsSpan(0, 3));
        Assert.Contains(code, text, StringComparison.Ordinal);
        Assert.Contains(row, text, StringComparison.Ordinal);
    }
}
