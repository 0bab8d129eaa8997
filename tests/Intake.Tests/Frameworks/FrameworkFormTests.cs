using System.Text;
using Ita.Domain.Frameworks;
using Ita.Domain.Frameworks.Checks;
using Ita.Intake.Frameworks;

namespace Ita.Intake.Tests.Frameworks;

public class FrameworkFormTests
{
    public static TheoryData<int> Years => [.. FrameworkCatalogue.BuiltIn.Years.Select(year => year.BuddhistEra)];

    [Theory, MemberData(nameof(Years))]
    public async Task A_form_that_is_filled_with_a_framework_is_read_back_as_this_framework(int year)
    {
        var framework = FrameworkCatalogue.BuiltIn.Find(year)!;

        var read = await ReadAsync(await FormFiles.WriteAsync(framework));

        Assert.Equal([], read.Problems.Select(problem => $"{problem.Sheet} {problem.Line} {problem.Column} {problem.Text.En}"));
        Assert.Equal(Encoding.UTF8.GetString(framework.ToJson()), Encoding.UTF8.GetString(read.Framework!.ToJson()));
    }

    /// <summary>Each cell that is changed is a fault of its own; its sheet, line, column and code must be named.</summary>
    [Fact]
    public async Task Twenty_faults_of_a_form_are_all_named_at_once()
    {
        var file = await FormFiles.WriteAsync(FrameworkCatalogue.BuiltIn.Find(2567)!, SeededCells.All);

        var read = await ReadAsync(file);

        Assert.Equal(20, SeededCells.All.Count);
        Assert.Null(read.Framework);
        var named = read.Problems.Select(problem => $"{problem.Sheet}|{problem.Line}|{problem.Column}|{problem.Code}").ToHashSet();
        Assert.Equal([], SeededCells.All.Select(cell => cell.Fault).Where(fault => !named.Contains(fault)).Concat([]));
        Assert.All(read.Problems, problem => Assert.StartsWith("ชีต", problem.Text.Th, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_without_a_sheet_names_the_sheet()
    {
        var read = await ReadAsync(await FormFiles.WriteAsync(FrameworkCatalogue.BuiltIn.Find(2568)!, without: "samples"));

        Assert.Contains("กลุ่มตัวอย่าง samples", read.Problems.Single(
            problem => problem.Code == "framework-sheet-missing").Text.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PK")]
    [InlineData("PK\u0003\u0004 and nothing else")]
    public async Task A_broken_workbook_is_refused(string bytes) =>
        Assert.Equal("framework-unreadable", (await ReadAsync(Encoding.Latin1.GetBytes(bytes))).Problems.Single().Code);

    [Theory]
    [InlineData("PK", true), InlineData("{", false), InlineData("", false)]
    public void A_workbook_is_known_by_its_first_letters(string start, bool isWorkbook) =>
        Assert.Equal(isWorkbook, FrameworkForm.IsWorkbook(Encoding.ASCII.GetBytes(start)));

    private static async Task<FrameworkReading> ReadAsync(byte[] file) => await FrameworkForm.ReadAsync(file, FrameworkCatalogue.BuiltIn, default);
}
