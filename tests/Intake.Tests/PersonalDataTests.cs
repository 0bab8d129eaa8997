using Ita.Intake.Headers;

namespace Ita.Intake.Tests;

/// <summary>Personal data in a cell or header are never shown in a problem. All names and numbers here are fictitious.</summary>
public class PersonalDataTests
{
    private static readonly string[] Persons =
    [
        "นายสมมติ ไม่มีจริง", "สมมติ ไม่มีจริง", "Nobody Atall", "น.ส.สมมติ ไม่มีจริง", "Mr. Nobody Atall", "081-000-0000", "๐๘๑ ๐๐๐ ๐๐๐๐", "02 000 0000",
        "+66 81 000 0000", "nobody@example.org", "โทร. 081-000-0000", "0-0000-00000-00-0", "0000000000000", "ติดต่อ นางสมมติ 12",
    ];

    /// <summary>A header and a valid row of each kind; each cell in turn is replaced by personal data.</summary>
    private static readonly (string Header, string Row)[] Kinds =
    [
        ("fiscal_year\tagency_code\titem\tscore\tn\tpart\tagency_name\tagency_type\tprovince\tname",
            "2566\tA1\tI1\t90\t51\t\tอบต. ก\tอบต.\tอ่างทอง\tก"),
        ("fiscal_year\tagency_code\tagency_name\tind1\tind2\ttotal\trating\trank", "2566\tA1\tอบต. ก\t90\t90\t90\tผ่านดี\t1"),
        ("fiscal_year\tagency_code\tagency_name\tdistrict\tinternal_staff\texternal_stakeholders\tregistered", "2566\tA1\tอบต. ก\tป่าโมก\t51\t60\t1"),
        ("fiscal_year\tagency_code\titem\tscore\turl\tcomment", "2566\tA1\tO1\t100\thttps://www.example.go.th\tดี"),
        ("fiscal_year\tagency_code\tinstrument\trespondent\ti1\ti2", "2566\tA1\tIIT\t1\t100\t67"),
        ("fiscal_year\tagency_code\tinstrument\trespondent\titem\tanswer", "2566\tA1\tIIT\t1\ti1\t100"),
        (
            "fiscal_year\tagency_code\tmeasure\tissue\titems\tsteps\tperiod\tresponsible\tmonitoring\tstatus\tpercent\tresult\tevidence_url",
            "2566\tA1\tคู่มือ\t1\tI1\tทบทวน\tม.ค.\tสำนักปลัด\tรายงาน\tdone\t50\tดี\thttps://www.example.go.th"),
    ];

    public static TheoryData<string> Everybody => [.. Persons];

    [Theory, MemberData(nameof(Everybody))]
    public async Task Personal_data_in_any_cell_of_any_kind_are_not_shown(string person)
    {
        foreach (var (header, row) in Kinds)
        {
            foreach (var column in Enumerable.Range(0, row.Split('\t').Length))
            {
                // The good row twice: so that what is said of an agency differs, and a score is said again.
                AssertNotShown(person, await Read(header, row, With(row, column, person), row));
            }
        }
    }

    // A single unknown word is shown, in a header as in a cell, because the message must say which column or value is wrong.
    [Theory, MemberData(nameof(Everybody))]
    public async Task Personal_data_in_any_column_title_are_not_shown(string person)
    {
        foreach (var (header, row) in Kinds)
        {
            AssertNotShown(person, await Read(header + "\t" + person, row + "\t1"));
            foreach (var column in Enumerable.Range(0, row.Split('\t').Length))
            {
                AssertNotShown(person, await Read(With(header, column, person), row, With(row, column, "#")));
            }
        }
    }

    [Fact]
    public async Task A_title_that_may_be_a_name_is_shown_as_its_column_letter() => Assert.Equal(
        "… (E)", (await Read(Kinds[0].Header[..34] + "\tสมมติ ไม่มีจริง", "2566\tA1\tI1\t90\t1")).Only("unknown-column").Column);

    [Theory]
    [InlineData("94.2.3", "94.2.3")]
    [InlineData("1900.2300000000001", "1900.2300000000001")]
    [InlineData("abc", "abc")]
    [InlineData("ไม่มี", "ไม่มี")]
    [InlineData("ไม่มีข้อมูล", "ไม่มีข้อมูล")]
    [InlineData("not a number", "not a number")]
    [InlineData("94.2.3 คะแนนเต็ม", "94.2.3 คะแนนเต็ม")]
    [InlineData("สมมติ ไม่มีจริง", "…")]
    [InlineData("TRUE", "TRUE")]
    public async Task A_wrong_score_is_shown_unless_it_may_be_personal(string cell, string shown) =>
        Assert.Equal(shown, (await Uploads.Scores($"2566,A1,I1,{cell}")).Problems.First(problem => problem.Line == 2).Value);

    [Fact]
    public async Task Names_of_agencies_are_shown_because_they_are_public()
    {
        var outcome =
            await Uploads.Read("fiscal_year,agency_code,item,score,หน่วยงาน\n2566,A1,I1,90,เทศบาลตำบล ตัวอย่าง\n2566,A1,I2,90,เทศบาลเมือง ตัวอย่าง\n");

        Assert.Contains("เทศบาลตำบล ตัวอย่าง", outcome.Only("agency-name-differs").Text.Th, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_another_agency_only_a_possible_code_is_shown()
    {
        var outcome = (await Uploads.Scores("2566,นายสมมติ ไม่มีจริง,I1,90")).SentFor("A1");

        Assert.DoesNotContain("สมมติ", outcome.Refused!.Text.Th, StringComparison.Ordinal);
    }

    private static Task<IntakeOutcome> Read(string header, params string[] rows) =>
        Uploads.Read(header + "\n" + string.Concat(rows.Select(row => row + "\n")), new() { BadRowShare = 1 });

    private static string With(string row, int column, string person)
    {
        var cells = row.Split('\t');
        cells[column] = person;
        return string.Join('\t', cells);
    }

    private static void AssertNotShown(string person, IntakeOutcome outcome)
    {
        foreach (var problem in outcome.Problems)
        {
            var told = $"{problem.Column}|{problem.Value}|{problem.Text.Th}|{problem.Text.En}";
            foreach (var piece in person.Split(' ', '-')
                .Where(piece => piece.EnumerateRunes().Count(Rune => char.IsLetterOrDigit((char)Rune.Value)) > 3))
            {
                // The name of an agency is public, whatever its cell contains.
                Assert.True(
                    problem.Code is "agency-name-differs" or "duplicate-agency" || !told.Contains(piece, StringComparison.Ordinal),
                    string.Create(CultureInfo.InvariantCulture, $"{problem.Code} tells {piece}: {told}"));
            }
        }
    }
}
