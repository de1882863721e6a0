package io.novacron.oncall.desktop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTextTests {

    @Test
    void labelsWithCommasStandInQuotes() throws Stop {
        assertThat(LabelText.read("a=\"x,\\\"y\\\"\",b=,c=d=e").byName())
                .isEqualTo(Map.of("a", "x,\"y\"", "b", "", "c", "d=e"));
    }

    @Test
    void aNameMayStandInQuotesToo() throws Stop {
        assertThat(LabelText.read("\"läbel,x\"=\"日本\",host.name=n1").byName())
                .isEqualTo(Map.of("läbel,x", "日本", "host.name", "n1"));
    }

    @Test
    void blanksAroundNamesAndValuesDoNotCountAndThoseInsideDo() throws Stop {
        assertThat(LabelText.read(" a = b c , d = \" e \" ,").byName()).isEqualTo(Map.of("a", "b c", "d", " e "));
        assertThat(LabelText.read("  ").byName()).isEmpty();
    }

    @Test
    void quotedValuesHaveTheEscapesOfAMatcherAndBareOnesNone() throws Stop {
        assertThat(LabelText.read("a=\"x\\ny\",b=x\\ny,c=\"\\\\d\"").byName())
                .isEqualTo(Map.of("a", "x\ny", "b", "x\\ny", "c", "\\d"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "a | 1 | NAME=VALUE",
                "=b | 1 | NAME=VALUE",
                "',,' | 1 | NAME=VALUE",
                "'a=b,,c=d' | 5 | NAME=VALUE",
                "'a=x, mit y' | 6 | NAME=VALUE",
                "a!=b | 1 | NAME=VALUE",
                "a=~b | 3 | begins with ~",
                "'ü=\"b' | 3 | not closed",
                "'\"a=b' | 1 | not closed",
                "'a=\"b\"c' | 6 | a comma is expected",
                "'a=b,a=c' | 5 | twice",
            })
    void whatIsNoListOfLabelsIsRefusedAtItsColumn(String text, int column, String why) {
        Stop stop = catchThrowableOfType(Stop.class, () -> LabelText.read(text));
        assertThat(stop.exit()).isEqualTo(2);
        assertThat(stop.text()).contains("column " + column + ": ").contains(why);
    }
}
