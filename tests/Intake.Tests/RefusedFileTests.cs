using System.Text;

namespace Ita.Intake.Tests;

[Collection(Measured.Name)]
public class RefusedFileTests
{
    [Theory]
    [InlineData("", "file-empty")]
    [InlineData("\n\n  \n", "file-empty")]
    [InlineData("fiscal_year,agency_code,item,score\n", "no-rows")]
    [InlineData("fiscal_year,agency_code,item,score\n,,,\n", "no-rows")]
    [InlineData("name,phone\nก,1\n", "unknown-kind")]
    [InlineData("fiscal_year,agency_code,item,score,คะแนน\n2566,A1,I1,90,90\n", "duplicate-column")]
    [InlineData("fiscal_year,agency_code,item,score\n2566,A1,I1,\"90\n2566,A1,I2,90\n", "quote-not-closed")]
    [InlineData("fiscal_year,agency_code,item,score\n2566,A1,I1,9\uFFFD\n", "broken-characters")]
    [InlineData("fiscal_year,agency_code,item,score\n2566,A\0,I1,9\n", "binary-file")]
    [InlineData("PK\u0003\u0004 a workbook", "workbook-broken")]
    [InlineData("%PDF-1.7", "binary-file")]
    public async Task Is_refused_with_one_problem_of_the_whole_file(string text, string code)
    {
        var outcome = await Uploads.Read(text);

        Assert.Equal(code, outcome.Only(code).Code);
        Assert.Equal(code, outcome.Refused!.Code);
        Assert.Empty(outcome.Sheets);
    }

    [Theory]
    [InlineData(null, "2566,A1,I1,90\n2566,A2,I1,90\n", null)]
    [InlineData("A1", "2566,A1,I1,90\n2566,A1,I2,90\n", null)]
    [InlineData("A1", "2566,A1,I1,90\n2566,A2,I1,90\n", "other-agency")]
    [InlineData("A1", "2566,A2,I1,90\n", "other-agency")]
    public async Task A_file_may_be_sent_for_one_agency_alone(string? agency, string rows, string? code)
    {
        var outcome = (await Uploads.Read(Uploads.Header + rows)).SentFor(agency);

        Assert.Equal(code, outcome.Refused?.Code);
        Assert.Equal(code is null, outcome.Sheets.Count > 0);
    }

    [Fact]
    public async Task Missing_columns_are_named_together()
    {
        var problem = (await Uploads.Read("item,agency_code\nI1,A1\n")).Only("missing-columns");

        Assert.Equal(1, problem.Line);
        Assert.Contains("fiscal_year (ปีงบประมาณ), score (คะแนน)", problem.Text.Th, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_letters_are_placed_on_their_line()
    {
        var bytes = Encoding.UTF8.GetBytes(Uploads.Header + "2566,ก1,I1,90\n2566,ก");
        var outcome = await Uploads.Read([.. bytes, 0xFF, .. Encoding.UTF8.GetBytes(",I2,90\n")]);

        // Thai letters in UTF-8 and a byte that no encoding of ours has.
        Assert.Equal("encoding-unknown", outcome.Refused!.Code);
        Assert.Equal(3, (await Uploads.Read(Uploads.Header + "2566,A1,I1,90\n2566,ก\uFFFD,I2,90\n")).Refused!.Line);
    }

    [Fact]
    public async Task A_line_of_200_MB_is_refused_early_and_in_bounded_memory()
    {
        using var stream = new EndlessLine(Encoding.UTF8.GetBytes(Uploads.Header + "2566,A1,I1,90\n"), 200L << 20);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var outcome = await Uploads.Read(stream);

        Assert.Equal(3, outcome.Only("line-too-long").Line);
        Assert.True(stream.Given < 8 << 20, $"read {stream.Given} bytes");
        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 32 << 20);
    }

    [Theory]
    [InlineData(1023, false)]
    [InlineData(1024, false)]
    [InlineData(1025, true)]
    public async Task A_cell_may_be_as_long_as_the_limit(int length, bool refused)
    {
        var text = $"fiscal_year,agency_code,item,score,name\n2566,A1,I1,90,{new string('ก', length / 3)}{new string('x', length % 3)}\n";

        var outcome = await Uploads.Read(text, new() { CellBytes = 1024 });

        Assert.Equal(refused, outcome.Problems.Any(problem => problem is { Code: "cell-too-long", Line: 2 }));
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public async Task A_header_may_have_as_many_columns_as_the_limit(int limit, bool refused) => Assert.Equal(
        refused ? "too-many-columns" : null,
        (await Uploads.Read("fiscal_year,agency_code,item,score,province\n2566,A1,I1,90,x\n", new() { Columns = limit })).Refused?.Code);

    [Fact]
    public async Task A_file_above_its_size_is_refused() =>
        (await Uploads.Read(Uploads.Header + "2566,A1,I1,90\n", new() { FileBytes = 40 })).Only("file-too-large");
}
