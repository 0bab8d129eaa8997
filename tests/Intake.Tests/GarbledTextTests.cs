using System.Text;
using Ita.Domain;

namespace Ita.Intake.Tests;

public class GarbledTextTests
{
    private const string Thai = "องค์การบริหารส่วนตำบลตัวอย่าง";

    public static TheoryData<string> Garbled { get; } =
    [
        Read(Encoding.UTF8, "iso-8859-1"), Read(Encoding.UTF8, "windows-1252"), Read(Encoding.UTF8, "windows-874"), Read(Encoding.UTF8, "macintosh"),
        Read(CodePage("windows-874"), "iso-8859-1"), Read(CodePage("windows-874"), "windows-1252"),
        CodePage("iso-8859-1").GetString(Encoding.UTF8.GetBytes(Read(Encoding.UTF8, "iso-8859-1"))),
        "à¸­à¸", "เธญเธเธ", "à¹€à¸¥à¸¢", "ÍºµàÍ¡ÃÒª", "cafÃ©", "a\u0081b", "â€œตัวอย่างâ€",
    ];

    [Theory]
    [MemberData(nameof(Garbled))]
    public async Task A_file_whose_names_are_all_garbled_is_refused(string name)
    {
        var read = await Uploads.Read($"fiscal_year,agency_code,item,score,agency_name\n2566,A1,I1,90,{name}\n2566,A1,I2,90,{name}\n");

        Assert.Equal(("broken-characters", 2), (read.Refused!.Code, read.Refused.Line));
        Assert.Contains("UTF-8", read.Refused.Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Garbled))]
    public async Task A_garbled_name_is_an_error_of_its_row(string name)
    {
        var read = await Uploads.Read(
            $"fiscal_year,agency_code,agency_name,province\n2566,A1,{Thai},แพร่\n2566,A2,{name},แพร่\n", new() { BadRowShare = 1 });

        var problem = read.Only("text-garbled");
        Assert.Equal((3, "agency_name"), (problem.Line, problem.Column));
        Assert.Equal("A1", Assert.Single(read.Agencies).Code);
    }

    [Theory]
    [InlineData("fiscal_year,agency_code,measure,steps,result\n2566,A1,ทำคู่มือ,,\n2566,A2,ทำคู่มือ,{0},\n", "steps")]
    [InlineData("fiscal_year,agency_code,measure,steps,result\n2566,A1,ทำคู่มือ,,\n2566,A2,ทำคู่มือ,,{0}\n", "result")]
    [InlineData("fiscal_year,agency_code,measure\n2566,A1,ทำคู่มือ\n2566,A2,{0}\n", "measure")]
    [InlineData("fiscal_year,agency_code,item,score,comment\n2566,A1,O1,100,ดี\n2566,A2,O1,100,{0}\n", "comment")]
    [InlineData("fiscal_year,agency_code,item,name,score\n2566,A1,I1,ดี,90\n2566,A2,I1,{0},90\n", "name")]
    [InlineData("fiscal_year,agency_code,agency_name,district\n2566,A1,ก,ข\n2566,A2,ก,{0}\n", "district")]
    [InlineData("fiscal_year,agency_code,ind1,rating\n2566,A1,90,ดี\n2566,A2,90,{0}\n", "rating")]
    public async Task Every_text_that_is_stored_is_looked_at(string file, string column)
    {
        var text = Read(Encoding.UTF8, "windows-1252");

        var read = await Uploads.Read(string.Format(null, file, text), new() { BadRowShare = 1 });

        var problem = read.Only("text-garbled");
        Assert.Equal((3, column), (problem.Line, problem.Column));
        Assert.DoesNotContain("A2", read.Content.AgencyCodes);
    }

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    [InlineData("windows-874")]
    public async Task A_garbled_header_is_named_as_the_cause(string encoding)
    {
        var header = CodePage(encoding).GetString(Encoding.UTF8.GetBytes("ปีงบประมาณ,รหัสหน่วยงาน,ข้อ,คะแนน"));

        var read = await Uploads.Read($"{header}\n2566,15990001,I1,94.81\n");

        Assert.Equal(("broken-characters", 1), (read.Refused!.Code, read.Refused.Line));
        Assert.Single(read.Problems);
    }

    [Theory]
    [InlineData("café")]
    [InlineData("Ngô Đình Diệm")]
    [InlineData("NGÃ ÂM")]
    [InlineData("ngã à la carte¹")]
    [InlineData("jäääär")]
    [InlineData("Çà et là “voilà”")]
    [InlineData("«Élégance» 25 °C ± ½")]
    [InlineData("São Paulo – ÀÉÎÕÜ")]
    [InlineData("เธอเน้นเนื้อหา")]
    [InlineData("องค์การบริหารส่วนตำบลเนินเธียร")]
    [InlineData("ลด 5 ³ ¼ ½ ¾ ×")]
    public async Task Real_words_with_accents_are_taken(string name)
    {
        var read = await Uploads.Read($"fiscal_year,agency_code,agency_name,district\n2566,A1,{name},{name}\n");

        Assert.Empty(read.Problems);
        Assert.Equal(name, Assert.Single(read.Agencies).Name);
    }

    [Theory]
    [InlineData("\uE000")]
    [InlineData("\uF71B")]
    [InlineData("\uF6FF")]
    [InlineData("\uF8FF")]
    [InlineData("\u0001")]
    [InlineData("\u007F")]
    public async Task Characters_that_cannot_be_shown_are_an_error_of_the_row(string character)
    {
        var read = await Uploads.Read(
            $"fiscal_year,agency_code,agency_name,province\n2566,A1,{Thai},แพร่\n2566,A2,ก{character}ข,แพร่\n", new() { BadRowShare = 1 });

        Assert.Equal((3, Severity.Error), (read.Only("text-unreadable").Line!.Value, read.Only("text-unreadable").Severity));
        Assert.Equal("A1", Assert.Single(read.Agencies).Code);
    }

    [Theory]
    [InlineData("windows-874")]
    [InlineData("iso-8859-1")]
    public async Task Bytes_of_two_encodings_are_reported_on_the_line_where_they_break(string first)
    {
        var (one, other) = first == "windows-874" ? (CodePage("windows-874"), Encoding.UTF8) : (Encoding.UTF8, CodePage("windows-874"));
        byte[] file =
        [
            .. "fiscal_year,agency_code,item,score,agency_name\n2566,A1,I1,90,"u8, .. one.GetBytes(Thai),
            .. "\n2566,A1,I2,90,"u8, .. one.GetBytes(Thai),
            .. "\n2566,A1,I3,90,"u8, .. other.GetBytes(Thai), (byte)'\n',
        ];

        var read = await Uploads.Read(file);

        Assert.Equal(("encoding-unknown", 4), (read.Refused!.Code, read.Refused.Line));
    }

    private static string Read(Encoding written, string read) => CodePage(read).GetString(written.GetBytes(Thai));

    private static Encoding CodePage(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
}
