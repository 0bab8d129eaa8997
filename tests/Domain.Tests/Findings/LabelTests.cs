using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;
using Ita.Domain.Tests.Scoring;
using Ita.Domain.Texts;

namespace Ita.Domain.Tests.Findings;

/// <summary>Labels of scores compared with their codes: the contradictions listed in docs/sources that labels reveal.</summary>
public class LabelTests
{
    [Theory]
    // 002-2: the name of indicator 3 over the number 2.
    [InlineData(2566, "IND2", "ตัวชี้วัดที่ ๒ การใช้อำนาจ", "indicator-name-differs")]
    [InlineData(2566, "IND2", "การใช้ อำนาจ", "indicator-name-differs")]
    [InlineData(2566, "IND2", "ใช้อำนาจ", "indicator-name-differs")]
    [InlineData(2566, "IND6@EIT1", "ประสิทธิภาพการสื่อสาร", "indicator-name-differs")]
    [InlineData(2566, "IND2", "ตัวชี้วัดที่ ๒ การใช้งบประมาณ", null)]
    [InlineData(2566, "IND10", "ตัวชี้วัดที่ ๑๐ การป้องกันการทุจริต", null)]
    [InlineData(2566, "IND2", "ind2", null)]
    [InlineData(2566, "IND2", " ", null)]
    // 003-13, 001-7, 001-8, 000-13: unofficial names.
    [InlineData(2566, "IND7", "ตัวชี้วัดที่ 7 ประสิทธิภาพการทำงาน", "indicator-name-variant")]
    [InlineData(2565, "IND4", "การใช้ทรัพย์สินข้าราชการ", "indicator-name-variant")]
    [InlineData(2565, "IND8", "การปรับปรุงการทำงาน", "indicator-name-variant")]
    [InlineData(2567, "IND3", "ใช้อำนาจ", "indicator-name-variant")]
    [InlineData(2567, "IND3", "การจัดการความรู้", "indicator-name-unknown")]
    // A typing error in the own name is not a contradiction.
    [InlineData(2567, "IND9", "การเปิดเผยข้อมุล", null)]
    public void The_name_of_an_indicator_matches_its_number(int year, string key, string label, string? expected) =>
        Assert.Equal(expected, CodeOf(year, key, label));

    [Fact]
    public void The_indicator_with_the_given_name_is_reported()
    {
        var finding = Assert.Single(Found(2566, "IND2", "ตัวชี้วัดที่ ๒ การใช้อำนาจ"));

        Assert.Equal(("IND2", "การใช้งบประมาณ", "ตัวชี้วัดที่ ๒ การใช้อำนาจ"), (finding.Where, finding.Expected, finding.Actual));
        Assert.Contains("ตัวชี้วัดที่ 3", finding.Text.Th, StringComparison.Ordinal);
    }

    [Theory]
    // 002-4, as a scan prints it.
    [InlineData(2566, "I23", "ท่านทราบเกี่ยวกับมาตรฐานทางจริยธรรมหรือประมวลจริยธรรมสำหรับเจ้าหน้าที่ของหน่วยงานท่าน มากน้อย เพียงใด", "item-text-differs", "I27")]
    // 002-5.
    [InlineData(2566, "O14", "แผนการจัดซื้อจัดจ้างหรือแผนการจัดหาพัสดุ", "item-text-differs", "O19")]
    [InlineData(2566, "O14", "O14 แผนการจัดซื้อจัดจ้าง", "item-text-differs", "O19")]
    // 000-9.
    [InlineData(2567, "O18", "E-Service", "item-of-another-year", "O13")]
    // 000-10: the manual for visitors under the code of the manual for staff.
    [InlineData(2567, "O10", "คู่มือการให้บริการ", "item-text-differs", "O11")]
    // 003-7: codes of FY2565.
    [InlineData(2566, "O18", "แผนการใช้จ่ายงบประมาณประจำปี", "item-of-another-year", "-")]
    [InlineData(2566, "O21", "แผนการจัดซื้อจัดจ้างหรือแผนการจัดหาพัสดุ", "item-of-another-year", "O19")]
    public void A_question_under_another_code_names_the_code_it_belongs_to(int year, string key, string label, string expected, string other)
    {
        var finding = Assert.Single(Found(year, key, label));

        Assert.Equal((expected, other), (finding.Code, finding.Places!["other"]));
        Assert.NotEqual("", finding.Text.Th + finding.Text.En);
    }

    [Theory]
    [InlineData(2567, "O13", "E-Service")]
    [InlineData(2566, "O21", "สรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุ รายเดือน")]
    [InlineData(2566, "I1", "I1 เจ้าหน้าที่ของหน่วยงานท่าน ปฏิบัติหรือให้บริการแก่บุคคลภายนอก เป็นไปตามขั้นตอนและระยะเวลา อย่างน้อยเพียงใด")]
    [InlineData(2566, "O6", "กฎหมาย")]
    [InlineData(2566, "O6", "ไม่มีที่ใดเหมือน")]
    [InlineData(2566, "O6", "")]
    public void Own_shortened_garbled_and_unknown_texts_are_accepted(int year, string key, string label) => Assert.Empty(Found(year, key, label));

    [Fact]
    public void Every_text_of_every_year_matches_its_own_code() => Assert.All(FrameworkCatalogue.BuiltIn.All, framework => Assert.Empty(
        Found(framework.Year.BuddhistEra, framework.Items.Select(item => (new ScoreKey(item.Code), item.Text)))));

    /// <summary>A text of this year under any other code is found; texts that two items share are accepted for both.</summary>
    [Fact]
    public void Every_text_under_every_other_code_is_found() => Assert.All(FrameworkCatalogue.BuiltIn.All, framework =>
    {
        foreach (var item in framework.Items)
        {
            var others = framework.Items.Where(other => PlainText.Normalize(other.Text) != PlainText.Normalize(item.Text)
                && framework.Items.Count(same => PlainText.Normalize(same.Text) == PlainText.Normalize(other.Text)) == 1).ToList();
            Assert.All(others.Where((_, place) => place % 7 == item.Code.Length), other => Assert.Contains(
                Assert.Single(Found(framework.Year.BuddhistEra, item.Code, other.Text)).Code, new[] { "item-text-differs", "item-of-another-year" }));
        }
    });

    [Fact]
    public void Every_name_under_every_other_number_is_found() => Assert.All(FrameworkCatalogue.BuiltIn.All, framework => Assert.All(
        framework.Indicators.SelectMany(indicator => framework.Indicators.Where(other => other != indicator).Select(other => (indicator, other))),
        pair => Assert.Equal(
            "indicator-name-differs",
            CodeOf(framework.Year.BuddhistEra, FormattableString.Invariant($"IND{pair.indicator.Number}"), pair.other.NameTh))));

    [Fact]
    public void Years_that_have_a_code_can_be_named()
    {
        Assert.Equal(["2564", "2565", "2566"], FrameworkCatalogue.BuiltIn.WithItem("I16").Select(year => year.ToString()));
        Assert.Empty(FrameworkCatalogue.BuiltIn.WithItem("I99"));
    }

    private static string? CodeOf(int year, string key, string label) => Found(year, key, label).SingleOrDefault()?.Code;

    private static ImmutableArray<Finding> Found(int year, string key, string label) => Found(year, [(ScoreKey.Parse(key), label)]);

    private static ImmutableArray<Finding> Found(int year, IEnumerable<(ScoreKey Key, string Label)> labels) =>
        Sheets.Scored(ScoreSheet.Empty(FiscalYear.FromBuddhistEra(year), Sheets.Code) with
        {
            Labels = labels.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Label),
        }).Findings;
}
