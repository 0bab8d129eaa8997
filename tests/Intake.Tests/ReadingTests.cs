using System.Text;
using Ita.Domain.Scoring;
using Ita.Intake.Decoding;
using Ita.Intake.Tables;

namespace Ita.Intake.Tests;

public class ReadingTests
{
    private const string Thai = "ปีงบประมาณ,รหัสหน่วยงาน,ข้อ,คะแนน,หน่วยงาน\n๒๕๖๖,ก๑,i๑,๙๔.๒๓,อบต. เอกราช\n2566,ก1,O34,100,อบต. เอกราช\n";

    private static readonly Encoding Thai874 = CodePagesEncodingProvider.Instance.GetEncoding(874)!;

    [Theory]
    [InlineData("I1", "I1")]
    [InlineData("i๑", "I1")]
    [InlineData("I01", "I1")]
    [InlineData(" e 1 ", "E1")]
    [InlineData("o๓๔", "O34")]
    [InlineData("๐๓๔", "O34")]
    [InlineData("034", "O34")]
    [InlineData("0๑๘", "O18")]
    [InlineData("๑๑๙", "I19")]
    [InlineData("119", "I19")]
    // As seed 002 prints the items of its weakness tables.
    [InlineData("๑๑๓*", "I13")]
    [InlineData("l19", "I19")]
    [InlineData("ep1", "E1@EIT1")]
    [InlineData("es๑", "E1@EIT2")]
    [InlineData("IND4", "IND4")]
    [InlineData("ตัวชี้วัดที่ ๔", "IND4")]
    [InlineData("9.1", "9.1")]
    [InlineData("๙.๑", "9.1")]
    [InlineData("ข้อ i1", "I1")]
    [InlineData("ข้อที่ ๑๑๙", "I19")]
    [InlineData("O.34", "O34")]
    [InlineData("O-34", "O34")]
    [InlineData("(I1)", "I1")]
    [InlineData("I1.", "I1")]
    [InlineData("'I1", "I1")]
    [InlineData("I\u00A01\u200B", "I1")]
    [InlineData("IIT", "IIT")]
    [InlineData("oit", "OIT")]
    [InlineData("EIT1", "EIT@EIT1")]
    [InlineData("คะแนนรวม", "TOTAL")]
    [InlineData("total", "TOTAL")]
    public async Task An_item_is_read_in_each_of_its_spellings(string spelling, string key)
    {
        var sheet = Assert.Single((await Uploads.Scores($"2566,A1,{spelling},90.50")).Sheets);

        Assert.Equal(key, Assert.Single(sheet.Scores).Key.ToString());
    }

    [Theory]
    [InlineData("94.23", "94.23")]
    [InlineData("94.50", "94.50")]
    [InlineData("95", "95")]
    [InlineData("๙๔.๒๓", "94.23")]
    [InlineData(" 94.23 ", "94.23")]
    [InlineData("94.23%", "94.23")]
    [InlineData("94.230000000000004", "94.230000000000004")]
    [InlineData("94.23000000000000400", "94.23000000000000400")]
    [InlineData("0", "0")]
    [InlineData("100.00", "100.00")]
    [InlineData("'94.23", "94.23")]
    [InlineData("1", "1")]
    public async Task A_score_keeps_the_decimals_it_was_printed_with(string cell, string score)
    {
        var sheet = Assert.Single((await Uploads.Scores($"2566,A1,I1,{cell}")).Sheets);

        Assert.Equal(score, FormattableString.Invariant($"{sheet.Scores[new ScoreKey("I1")].Score}"));
    }

    [Theory]
    [InlineData("0", null)]
    [InlineData("0.0001", "0.01")]
    [InlineData("0.9423", "94.23")]
    [InlineData(".994", "99.4")]
    [InlineData("0.999999", "99.9999")]
    [InlineData("1.000", null)]
    [InlineData("1.001", null)]
    [InlineData("0.5", "50")]
    [InlineData("0.53", "53")]
    [InlineData("0.534", "53.4")]
    public async Task A_score_that_looks_like_a_percentage_without_its_format_is_reported(string cell, string? meant)
    {
        var outcome = await Uploads.Scores($"2566,A1,I2,90", $"2566,A1,I1,{cell}");

        Assert.Equal(meant is not null, outcome.Problems.Any(
            problem => problem.Code == "score-below-one" && problem.Text.En.Contains($"If {meant} was", StringComparison.Ordinal)));
        Assert.Equal(2, Assert.Single(outcome.Sheets).Scores.Count);
    }

    [Theory]
    [InlineData("พ.ศ. 2566")]
    [InlineData("พ.ศ.๒๕๖๖")]
    [InlineData("ปีงบประมาณ พ.ศ. 2566")]
    [InlineData("ปี 2566")]
    [InlineData("FY2566")]
    [InlineData("2566.0")]
    [InlineData("\"2,566\"")]
    [InlineData("'2566")]
    public async Task A_year_is_read_with_what_people_and_programs_write_around_it(string year) =>
        Assert.Equal(2566, Assert.Single((await Uploads.Scores($"{year},A1,I1,90")).Sheets).Year.BuddhistEra);

    [Theory]
    [InlineData("51.0", 51)]
    [InlineData("51.00", 51)]
    [InlineData("\"1,200.00\"", 1200)]
    [InlineData("'51", 51)]
    [InlineData("51.000", null)]
    [InlineData("51.5", null)]
    [InlineData("-", null)]
    public async Task A_count_is_read_as_programs_write_it_and_never_guessed(string cell, int? count)
    {
        var outcome = await Uploads.Read($"fiscal_year,agency_code,item,score,n\n2566,A1,I1,90,{cell}\n", new() { BadRowShare = 1 });

        Assert.Equal(count, outcome.Sheets.SingleOrDefault()?.Scores[new ScoreKey("I1")].Respondents);
        Assert.Equal(count is null, outcome.Problems.Any(problem => problem.Code == "not-a-whole-number"));
    }

    [Theory]
    [InlineData("06150502", "06150502")]
    [InlineData("'06150502", "06150502")]
    [InlineData("๐๖๑๕", "0615")]
    [InlineData("อปท.1", "อปท.1")]
    [InlineData("6150502.0", null)]
    [InlineData("6150502.00", null)]
    [InlineData("6.15E6", null)]
    [InlineData("6.15E+06", null)]
    [InlineData("2023-03-15", null)]
    [InlineData("รวม", null)]
    [InlineData("ค่าเฉลี่ย", null)]
    [InlineData("-", null)]
    [InlineData("..", null)]
    public async Task A_code_of_an_agency_is_read_as_written_or_not_at_all(string cell, string? code)
    {
        var outcome = await Uploads.Scores($"2566,{cell},I1,90");

        Assert.Equal(code, outcome.Sheets.SingleOrDefault()?.AgencyCode);
        Assert.Equal(code is null, outcome.Problems.Any(problem => problem.Code is "agency-code-unusable" or "summary-row"));
    }

    [Fact]
    public async Task A_misread_code_is_reported_once_per_spelling()
    {
        var outcome = await Uploads.Scores("2566,A1,034,90", "2566,B2,034,80");

        Assert.Equal(2, outcome.Only("item-read-as").Line);
    }

    [Fact]
    public async Task A_rating_is_kept_as_given()
    {
        var sheet = Assert.Single((await Uploads.Scores("2566,A1,RATING, ผ่านดีเยี่ยม ", "2566,A1,TOTAL,94.23")).Sheets);

        Assert.Equal("ผ่านดีเยี่ยม", sheet.PublishedRating);
    }

    [Fact]
    public async Task A_decimal_comma_is_read_between_semicolons()
    {
        var outcome = await Uploads.Read("fiscal_year;agency_code;item;score\n2566;A1;I1;94,23\n");

        Assert.Equal(94.23m, Assert.Single(outcome.Sheets).Scores[new ScoreKey("I1")].Score);
    }

    [Theory]
    [InlineData("2566,A1,E1,1,90", "E1@EIT1", null)]
    [InlineData("2566,A1,E1,๒,90", "E1@EIT2", null)]
    [InlineData("2566,A1,E1,EIT2,90", "E1@EIT2", null)]
    [InlineData("2566,A1,E1,,90", "E1", "part-missing")]
    [InlineData("2566,A1,IND6,,90", "IND6", null)]
    [InlineData("2566,A1,ep1,1,90", "E1@EIT1", null)]
    [InlineData("2566,A1,ep1,2,90", null, "part-conflict")]
    [InlineData("2566,A1,E1,3,90", null, "part-unknown")]
    [InlineData("2566,A1,I1,1,90", null, "part-not-asked")]
    [InlineData("2565,A1,E1,1,90", null, "part-not-asked")]
    public async Task A_part_is_read_where_the_instrument_has_parts(string row, string? key, string? problem)
    {
        var outcome = await Uploads.Read(
            "fiscal_year,agency_code,item,part,score\n" + row, new() { BadRowShare = 1 });

        Assert.Equal(problem, outcome.WithoutVerdict().SingleOrDefault()?.Code);
        Assert.Equal(key, outcome.Sheets.SingleOrDefault()?.Scores.Keys.Single().ToString());
    }

    [Fact]
    public async Task Lines_are_those_that_Excel_shows()
    {
        var outcome = await Uploads.Read(
            "\n" + Uploads.Header + "\n2566,A1,I1,\"90\n\"\r\n\r\n2566,A1,I2,abc\n", new() { BadRowShare = 1 });

        Assert.Equal(6, outcome.Only("score-not-a-number").Line);
        Assert.Equal((2, 2), (outcome.Counts.Rows, outcome.Counts.BlankRows));
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    public async Task Cells_are_separated_by_comma_semicolon_or_tab(char delimiter)
    {
        var outcome = await Uploads.Read((Uploads.Header + "2566,A1,I1,90\n").Replace(',', delimiter));

        Assert.Equal(delimiter, outcome.Detection.Delimiter);
        Assert.Single(outcome.Sheets);
    }

    [Fact]
    public async Task The_separator_row_of_Excel_is_not_a_row_of_data()
    {
        var outcome = await Uploads.Read("sep=;\r\nfiscal_year;agency_code;item;score\r\n2566;A1;I1;abc\r\n");

        Assert.Equal(2, outcome.Problems.Single(problem => problem.Code == "score-not-a-number").Line);
    }

    public static TheoryData<byte[], TextEncoding> FourEncodings => new()
    {
        { Encoding.UTF8.GetBytes(Thai), TextEncoding.Utf8 },
        { [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Thai)], TextEncoding.Utf8 },
        { [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Thai)], TextEncoding.Utf16LittleEndian },
        { [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Thai)], TextEncoding.Utf16BigEndian },
        { Thai874.GetBytes(Thai), TextEncoding.Windows874 },
    };

    [Theory, MemberData(nameof(FourEncodings))]
    public async Task The_same_content_reads_the_same_in_each_encoding(byte[] bytes, TextEncoding encoding)
    {
        var outcome = await Uploads.Read(bytes);

        Assert.Equal(encoding, outcome.Detection.Encoding);
        Assert.Empty(outcome.Problems);
        Assert.Equal("อบต. เอกราช", Assert.Single(outcome.Agencies).Name);
        var sheet = Assert.Single(outcome.Sheets);
        Assert.Equal(("ก1", 94.23m), (sheet.AgencyCode, sheet.Scores[new ScoreKey("I1")].Score));
        Assert.Equal(100m, sheet.Scores[new ScoreKey("O34")].Score);
    }

    [Theory]
    [InlineData("utf-8", TextBlocks.Size - 3)]
    [InlineData("utf-8", TextBlocks.Size - 1)]
    [InlineData("windows-874", TextBlocks.Size - 1)]
    [InlineData("utf-16", TextBlocks.Size - 1)]
    public async Task A_character_may_be_split_across_two_blocks(string encoding, int filler)
    {
        // ASCII only in the first block, so that the encoding is determined from the second.
        var rows = string.Concat(Enumerable.Repeat("2566,A1,,\n", 0)) + Uploads.Header;
        var padding = new string('\n', filler - rows.Length - "2566,A1,TOTAL,9,".Length);
        var text = rows.Replace("score\n", "score,agency_name\n", StringComparison.Ordinal)[..^1] + padding + "\n2566,A1,TOTAL,9,กขค\n";
        var code = encoding == "windows-874" ? Thai874 : Encoding.GetEncoding(encoding);

        var outcome = await Uploads.Read([.. encoding == "utf-16" ? code.Preamble : [], .. code.GetBytes(text)]);

        Assert.Equal("กขค", Assert.Single(outcome.Agencies).Name);
    }
}
