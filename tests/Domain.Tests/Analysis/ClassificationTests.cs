using Ita.Domain.Analysis;

namespace Ita.Domain.Tests.Analysis;

public class ClassificationTests
{
    [Theory]
    [InlineData(0, ScoreClass.Urgent)]
    [InlineData(84.99, ScoreClass.Urgent)]
    [InlineData(85.00, ScoreClass.Improve)]
    [InlineData(85.01, ScoreClass.Improve)]
    [InlineData(99.35, ScoreClass.Improve)]
    [InlineData(99.99, ScoreClass.Improve)]
    [InlineData(100.00, ScoreClass.Keep)]
    public void A_score_has_the_class_of_its_side_of_the_lines(double score, ScoreClass expected) =>
        Assert.Equal(expected, Classification.Classify((decimal)score, ClassThresholds.Default));

    [Theory]
    [InlineData(84.9949, ScoreClass.Urgent)]
    [InlineData(84.995, ScoreClass.Improve)]
    [InlineData(99.9949, ScoreClass.Improve)]
    [InlineData(99.995, ScoreClass.Keep)]
    public void The_shown_score_decides_and_not_the_unrounded_one(double score, ScoreClass expected) =>
        Assert.Equal(expected, Classification.Classify((decimal)score, ClassThresholds.Default));

    [Theory]
    [InlineData(94.99, ScoreClass.Urgent)]
    [InlineData(95.00, ScoreClass.Improve)]
    [InlineData(95.01, ScoreClass.Improve)]
    public void An_agency_may_set_its_own_threshold(double score, ScoreClass expected) =>
        Assert.Equal(expected, Classification.Classify((decimal)score, new(95, 100)));

    [Fact]
    public void Every_score_in_hundredths_has_a_class_and_classes_never_fall()
    {
        var classes = Enumerable.Range(0, 10_001).Select(hundredths => Classification.Classify(hundredths / 100m, ClassThresholds.Default)).ToList();

        Assert.Equal(classes.Order(), classes);
        Assert.Equal([8500, 1500, 1], classes.CountBy(one => one).Select(pair => pair.Value));
    }
}
