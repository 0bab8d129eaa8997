using System.Globalization;
using Ita.Domain.Settings;

namespace Ita.Domain.Tests.Settings;

public class ReportSettingsTests
{
    [Theory]
    [InlineData("84.99", true)]
    [InlineData("85", false)]
    [InlineData("85.01", false)]
    [InlineData("-0.01", false)]
    [InlineData("0", true)]
    [InlineData("84.999", false)]
    public void The_lower_limit_is_between_0_and_the_upper_one(string low, bool isGood)
    {
        var settings = new ReportSettings { LowLimit = decimal.Parse(low, CultureInfo.InvariantCulture), HighLimit = 85 };

        Assert.Equal(isGood, settings.HasGoodLimits());
    }

    [Fact]
    public void Without_settings_the_limits_are_85_and_100() =>
        Assert.Equal((85m, 100m), (ReportSettings.Blank.ToThresholds().Pass, ReportSettings.Blank.ToThresholds().Full));

    [Fact]
    public void Newer_settings_replace_what_they_have_and_keep_the_rest()
    {
        var before = new ReportSettings
        {
            LowLimit = 90,
            HighLimit = 95,
            Unit = "กอง",
            Address = ["ก", "ข"],
            Digits = [new(DigitStyle.Thai), new(DigitStyle.Thai, "memo")],
            Chapters = [new("analysis.method", false), new("analysis.contents", false)],
        };

        var after = before.Updated(new()
        {
            LowLimit = 80,
            Address = ["ค"],
            Digits = [new(DigitStyle.Arabic, "memo")],
            Chapters = [new("analysis.method", true)],
        });

        Assert.Equal((80m, (decimal?)null, "กอง", "ค"), (after.LowLimit, after.HighLimit, after.Unit, Assert.Single(after.Address)));
        Assert.Equal((DigitStyle.Arabic, DigitStyle.Thai), (after.FindDigits("memo"), after.FindDigits("analysis")));
        Assert.True(after.Prints(ReportChapter.AnalysisMethod));
        Assert.False(after.Prints(ReportChapter.AnalysisContents));
        Assert.Equal(before.Updated(ReportSettings.Blank).HighLimit, before.HighLimit);
    }

    [Fact]
    public void Each_chapter_has_its_own_code_and_name_and_a_known_kind()
    {
        Assert.NotEmpty(ReportChapter.All);
        Assert.Distinct(ReportChapter.All.Select(chapter => chapter.Code));
        Assert.Distinct(ReportChapter.All.Select(chapter => chapter.NameTh));
        Assert.All(ReportChapter.All, chapter => Assert.Contains(DocumentKinds.All, kind => kind.Code == chapter.Kind));
    }
}
