"""The architecture check finds what it forbids, and lets through what is allowed."""
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from check_architecture import complaints  # noqa: E402


def complaints_about(files):
    with tempfile.TemporaryDirectory() as root:
        for path, text in files.items():
            (Path(root) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(root) / path).write_text(text)
        return complaints(root)


class ArchitectureCheck(unittest.TestCase):
    def test_allowed_arrows_pass(self):
        self.assertEqual(complaints_about({
            "aliyun/store.h": '#include "core/port.h"\n',
            "core/port.h": "#pragma once\n",
            "app/services.cpp": '#include "aliyun/store.h"\n',
            "core/loop.cpp": "QAbstractEventDispatcher::instance();\n",
        }), [])

    def test_forbidden_arrows_are_found(self):
        for path, included in (("core/a.cpp", "aliyun/b.h"), ("aliyun/a.cpp", "app/b.h"), ("app/page.cpp", "aliyun/b.h"),
                               ("edge/a.cpp", "core/b.h")):
            found = complaints_about({path: f'#include "{included}"\n', included: "\n"})
            self.assertEqual(len(found), 1, (path, included, found))

    def test_cycles_are_found(self):
        found = complaints_about({"core/a.h": '#include "core/b.h"\n', "core/b.cpp": '#include "core/a.h"\n', "core/b.h": "\n"})
        self.assertEqual(found, ["include cycle: core/a -> core/b -> core/a"])

    def test_singletons_words_and_widgets_are_found(self):
        self.assertEqual(len(complaints_about({"app/a.cpp": "Settings::instance();\n"})), 1)
        self.assertEqual(len(complaints_about({"core/a.cpp": 'auto s = tr("Hello");\n'})), 1)
        self.assertEqual(len(complaints_about({"aliyun/a.cpp": "QMessageBox box;\n"})), 1)
        self.assertEqual(len(complaints_about({"core/a.h": "#include <QWidget>\n"})), 1)

    def test_large_files_are_found(self):
        self.assertTrue(complaints_about({"core/a.cpp": "\n" * 401}))

    def test_an_empty_tree_is_no_success(self):
        self.assertTrue(complaints_about({}))


if __name__ == "__main__":
    unittest.main()
