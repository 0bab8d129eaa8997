using Ita.Domain.Ranking;

namespace Ita.Domain.Tests.Ranking;

public sealed class SizeClassTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData(0, SizeClass.Small)]
    [InlineData(49, SizeClass.Small)]
    [InlineData(50, SizeClass.Medium)]
    [InlineData(51, SizeClass.Medium)]
    [InlineData(199, SizeClass.Medium)]
    [InlineData(200, SizeClass.Large)]
    [InlineData(201, SizeClass.Large)]
    public void The_class_follows_from_the_number_of_staff(int? staff, SizeClass? expected) => Assert.Equal(expected, SizeClasses.Of(staff));
}
