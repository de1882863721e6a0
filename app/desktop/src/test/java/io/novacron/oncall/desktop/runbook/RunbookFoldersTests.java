package io.novacron.oncall.desktop.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.novacron.oncall.core.runbook.Runbook;
import io.novacron.oncall.core.runbook.RunbookShelf.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunbookFoldersTests {

    @TempDir
    Path place;

    @Test
    void aRunbookIsFoundByAnyOfItsNamesWhateverTheirCase() throws IOException {
        Path books = write("books/storage/Disk-Full.md", "# Disk full");
        Runbook found = found(shelf("books").find(List.of("nowhere", "disk-FULL")));
        assertThat(found.name()).isEqualTo("Disk-Full");
        assertThat(found.text()).isEqualTo("# Disk full");
        assertThat(found.place()).isEqualTo(books.toRealPath().toString());
        assertThat(found.kept()).isFalse();
    }

    @Test
    void namesAreTriedInTheirOrderAndFoldersInTheirs() throws IOException {
        write("one/DiskFull.md", "by name");
        write("one/disk.md", "by address");
        write("two/disk.md", "second");
        assertThat(found(shelf("one", "two").find(List.of("disk", "DiskFull"))).text())
                .isEqualTo("by address");
        assertThat(found(shelf("two", "one").find(List.of("disk", "DiskFull"))).text())
                .isEqualTo("second");
    }

    @Test
    void noFileIsNoneAndAFolderThatIsNotThereIsNot() throws IOException {
        write("one/disk.md", "x");
        assertThat(shelf("one").find(List.of("other"))).isEqualTo(new Answer.None());
        assertThat(shelf("one", "gone").find(List.of("other")))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.sentence()).contains("gone", "[runbooks]"));
    }

    @Test
    void whatWasKeptAnswersWhenItsFolderIsGoneAndSaysThatItIsACopy() throws IOException {
        Path file = write("one/deep/disk.md", "kept text");
        RunbookFolders shelf = shelf("one");
        shelf.keep();
        Files.move(place.resolve("one"), place.resolve("away"));
        Runbook found = found(shelf.find(List.of("disk")));
        assertThat(found.text()).isEqualTo("kept text");
        assertThat(found.kept()).isTrue();
        assertThat(file).doesNotExist();
        shelf.keep(); // of what is gone, the old copy stays
        assertThat(found(shelf.find(List.of("disk"))).kept()).isTrue();
    }

    @Test
    void keepingAgainForgetsWhatIsNoMore() throws IOException {
        Path file = write("one/disk.md", "x");
        write("one/other.md", "y");
        RunbookFolders shelf = shelf("one");
        shelf.keep();
        Files.delete(file);
        shelf.keep();
        Files.move(place.resolve("one"), place.resolve("away"));
        assertThat(shelf.find(List.of("disk"))).isEqualTo(new Answer.None());
        assertThat(found(shelf.find(List.of("other"))).text()).isEqualTo("y");
    }

    @Test
    void aHugeFileIsCut() throws IOException {
        write("one/huge.md", "x".repeat(3 << 20));
        assertThat(found(shelf("one").find(List.of("huge"))).text()).hasSize(1 << 20);
    }

    private RunbookFolders shelf(String... folders) {
        return new RunbookFolders(List.of(folders).stream().map(place::resolve).toList(), place.resolve("copies"));
    }

    private Path write(String name, String text) throws IOException {
        Path file = place.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Runbook found(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Found.class);
        return ((Answer.Found) answer).runbook();
    }
}
